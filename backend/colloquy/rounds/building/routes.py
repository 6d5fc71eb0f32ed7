"""HTTP: templates, previews and trials of a round that is being built."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.rounds import reading
from colloquy.rounds.answering.panel_schemas import MyRound
from colloquy.rounds.building import applying, piloting, previewing, templates
from colloquy.rounds.building.pilot_schemas import PilotRead, PilotsIn
from colloquy.rounds.building.template_schemas import (
    TemplateApply,
    TemplateIn,
    TemplateRead,
    TemplateRename,
)
from colloquy.rounds.dependencies import RoundDep
from colloquy.rounds.running.mailing import Post
from colloquy.rounds.schemas import RoundRead
from colloquy.studies.dependencies import StudyDep, require

router = APIRouter(prefix="/api/studies/{study_id}", tags=["rounds"])

Builder = Annotated[Actor, Depends(require(Permission.ROUND_BUILD))]
Runner = Annotated[Actor, Depends(require(Permission.ROUND_RUN))]


@router.get("/round-templates")
async def list_templates(actor: Builder, session: SessionDep) -> list[TemplateRead]:
    """The built-in instruments and the study's own."""
    return await templates.list_templates(session, actor.study_id)


@router.post("/round-templates", status_code=201)
async def save_template(body: TemplateIn, actor: Builder, session: SessionDep) -> TemplateRead:
    """Keep questions as a template of the study's own."""
    return await templates.save_template(session, actor, body)


@router.patch("/round-templates/{template_id}")
async def rename_template(
    template_id: UUID, body: TemplateRename, actor: Builder, session: SessionDep
) -> TemplateRead:
    """Rename a template of the study's own."""
    return await templates.rename_template(session, actor, template_id, body)


@router.delete("/round-templates/{template_id}", status_code=204)
async def remove_template(template_id: UUID, actor: Builder, session: SessionDep) -> None:
    """Forget a template of the study's own."""
    await templates.remove_template(session, actor, template_id)


@router.post("/rounds/{round_id}/template")
async def apply_template(
    body: TemplateApply, actor: Builder, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Ask a template's questions about items of a draft."""
    await applying.apply_template(session, actor, round_, body)
    return await reading.read_round(session, round_)


@router.get("/rounds/{round_id}/preview")
async def preview_round(
    group_id: UUID, study: StudyDep, actor: Builder, round_: RoundDep, session: SessionDep
) -> MyRound:
    """The round as somebody of a group would meet it."""
    return await previewing.preview_round(session, actor, study, round_, group_id)


@router.put("/rounds/{round_id}/pilots")
async def name_pilots(
    body: PilotsIn, actor: Builder, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Name who tries a draft out."""
    await piloting.name_pilots(session, actor, round_, body.member_ids)
    return await reading.read_round(session, round_)


@router.post("/rounds/{round_id}/pilot")
async def start_pilot(
    study: StudyDep, actor: Runner, round_: RoundDep, session: SessionDep, runtime: RuntimeDep
) -> RoundRead:
    """Let the named people try a draft out, and mail them."""
    await piloting.start_pilot(session, actor, Post(study, round_, runtime.settings))
    return await reading.read_round(session, round_)


@router.get("/rounds/{round_id}/pilot")
async def read_pilot(_actor: Builder, round_: RoundDep, session: SessionDep) -> PilotRead:
    """How a trial goes."""
    return await piloting.read_pilot(session, round_)


@router.post("/rounds/{round_id}/pilot/reset")
async def reset_pilot(actor: Runner, round_: RoundDep, session: SessionDep) -> RoundRead:
    """End a trial and erase what was answered in it."""
    await piloting.reset_pilot(session, actor, round_)
    return await reading.read_round(session, round_)

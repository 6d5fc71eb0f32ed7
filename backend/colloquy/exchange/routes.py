"""HTTP: tables of people and of mechanisms come in as CSV, first to be looked at, then for good."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.exchange import mechanisms, members
from colloquy.exchange.importing import CSV
from colloquy.exchange.schemas import (
    MechanismsImported,
    MechanismsPreview,
    MembersImported,
    MembersPreview,
)
from colloquy.studies.dependencies import StudyDep, require

router = APIRouter(prefix="/api/studies/{study_id}/imports", tags=["exchange"])

Inviter = Annotated[Actor, Depends(require(Permission.MEMBERS_INVITE))]
Editor = Annotated[Actor, Depends(require(Permission.THEORY_EDIT))]
CsvBody = Annotated[bytes, Body(media_type=CSV)]


@router.post("/members/preview")
async def preview_members(
    study: StudyDep, actor: Inviter, session: SessionDep, body: CsvBody = b""
) -> MembersPreview:
    """Show what a file of people would do; nothing is taken in."""
    return await members.preview_members(session, actor, study, body)


@router.post("/members")
async def import_members(
    study: StudyDep,
    actor: Inviter,
    session: SessionDep,
    runtime: RuntimeDep,
    body: CsvBody = b"",
    *,
    only_good: bool = False,
) -> MembersImported:
    """Invite the people of a file."""
    return await members.import_members(
        session, actor, study, body, runtime.settings, only_good=only_good
    )


@router.get("/members/sample", response_class=Response)
async def read_members_sample(_actor: Inviter) -> Response:
    """A file of people to begin from."""
    return _sample(members.SAMPLE, "people.csv")


@router.post("/mechanisms/preview")
async def preview_mechanisms(
    study: StudyDep, actor: Editor, session: SessionDep, body: CsvBody = b""
) -> MechanismsPreview:
    """Show what a file of mechanisms would do; nothing is taken in."""
    return await mechanisms.preview_mechanisms(session, actor, study, body)


@router.post("/mechanisms")
async def import_mechanisms(
    study: StudyDep,
    actor: Editor,
    session: SessionDep,
    body: CsvBody = b"",
    *,
    only_good: bool = False,
) -> MechanismsImported:
    """Write the mechanisms of a file as drafts."""
    return await mechanisms.import_mechanisms(session, actor, study, body, only_good=only_good)


@router.get("/mechanisms/sample", response_class=Response)
async def read_mechanisms_sample(_actor: Editor) -> Response:
    """A file of mechanisms to begin from."""
    return _sample(mechanisms.SAMPLE, "mechanisms.csv")


def _sample(text: str, name: str) -> Response:
    """With a byte-order mark, or Excel would read the arrows as something else."""
    return Response(
        text.encode("utf-8-sig"),
        media_type=CSV,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

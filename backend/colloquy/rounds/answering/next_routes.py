"""HTTP: the round that follows another, and the ideas it is offered."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import SessionDep
from colloquy.rounds import reading
from colloquy.rounds.answering import carrying, ideas
from colloquy.rounds.answering.next_schemas import (
    IdeaRead,
    IdeaRefused,
    IdeaTaken,
    NextOffer,
    NextRound,
)
from colloquy.rounds.dependencies import RoundDep
from colloquy.rounds.schemas import RoundRead
from colloquy.studies.dependencies import StudyDep, require

router = APIRouter(prefix="/api/studies/{study_id}/rounds/{round_id}", tags=["rounds"])

Builder = Annotated[Actor, Depends(require(Permission.ROUND_BUILD))]
Runner = Annotated[Actor, Depends(require(Permission.ROUND_RUN))]
Observer = Annotated[Actor, Depends(require(Permission.ROUND_READ_PROGRESS))]


@router.get("/next")
async def offer_next_round(
    study: StudyDep, actor: Observer, round_: RoundDep, session: SessionDep
) -> NextOffer:
    """What the round after this one would be."""
    return await carrying.offer_next_round(session, actor, study, round_)


@router.post("/next", status_code=201)
async def make_next_round(
    body: NextRound, study: StudyDep, actor: Builder, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Draft the round that follows this one."""
    draft = await carrying.make_next_round(session, actor, study, round_, body)
    return await reading.read_round(session, draft)


@router.get("/ideas")
async def list_ideas(_actor: Observer, round_: RoundDep, session: SessionDep) -> list[IdeaRead]:
    """What the panel missed in the round before."""
    return await ideas.list_ideas(session, round_)


@router.post("/ideas/{idea_id}/take", status_code=201)
async def take_idea(
    idea_id: UUID, body: IdeaTaken, actor: Runner, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Put an idea before the panel."""
    await ideas.take_in(session, actor, round_, idea_id, body)
    return await reading.read_round(session, round_)


@router.post("/ideas/{idea_id}/refuse", status_code=201)
async def refuse_idea(
    idea_id: UUID, body: IdeaRefused, actor: Runner, round_: RoundDep, session: SessionDep
) -> list[IdeaRead]:
    """Leave an idea out, with a reason."""
    await ideas.refuse(session, actor, round_, idea_id, body)
    return await ideas.list_ideas(session, round_)


@router.post("/ideas/{idea_id}/reconsider", status_code=201)
async def reconsider_idea(
    idea_id: UUID, actor: Runner, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Let an idea wait again for a decision."""
    await ideas.reconsider(session, actor, round_, idea_id)
    return await reading.read_round(session, round_)

"""HTTP: carrying questions between meetings and rounds."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.carrying import reading, service
from colloquy.carrying.schemas import (
    AskableQuestion,
    CarriedPoll,
    CarriedRead,
    CarryIn,
    PutToRoom,
    QuestionTogether,
)
from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.meetings.dependencies import MeetingDep
from colloquy.meetings.schemas import Obeyed
from colloquy.rounds.dependencies import RoundDep
from colloquy.studies.dependencies import StudyDep, require

router = APIRouter(prefix="/api/studies/{study_id}", tags=["carrying"])

Chair = Annotated[Actor, Depends(require(Permission.MEETING_CHAIR))]
Builder = Annotated[Actor, Depends(require(Permission.ROUND_BUILD))]
Team = Annotated[Actor, Depends(require(Permission.ROUND_READ_PROGRESS))]


@router.post("/meetings/{meeting_id}/polls/{poll_id}/carry", status_code=201)
async def carry_to_round(
    poll_id: UUID, body: CarryIn, meeting: MeetingDep, actor: Builder, session: SessionDep
) -> CarriedRead:
    """Ask a poll's question in a draft of a round."""
    return await service.carry_to_round(session, actor, meeting, poll_id, body)


@router.get("/meetings/{meeting_id}/carried")
async def list_carried(meeting: MeetingDep, _actor: Team, session: SessionDep) -> list[CarriedPoll]:
    """The closed polls of a meeting and the rounds that ask the same."""
    return await reading.read_carried(session, meeting)


@router.get("/meetings/{meeting_id}/askable")
async def list_askable(
    _meeting: MeetingDep, actor: Chair, session: SessionDep
) -> list[AskableQuestion]:
    """The questions of rounds that can be put to the room."""
    return await service.list_askable(session, actor)


@router.post("/meetings/{meeting_id}/askable/{question_id}")
async def put_to_room(
    question_id: UUID,
    body: PutToRoom,
    meeting: MeetingDep,
    actor: Chair,
    session: SessionDep,
    runtime: RuntimeDep,
) -> Obeyed:
    """Open a poll with a round's question."""
    seq = await service.put_to_room(session, runtime, actor, meeting, question_id, body)
    return Obeyed(seq=seq)


@router.get("/rounds/{round_id}/together")
async def read_together(
    study: StudyDep, actor: Team, round_: RoundDep, session: SessionDep, runtime: RuntimeDep
) -> list[QuestionTogether]:
    """What came of the round's questions that were put to a room too."""
    return await reading.read_together(session, runtime.settings, actor, study, round_)

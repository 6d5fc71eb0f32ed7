"""HTTP: rehearsing a meeting with simulated people."""

from fastapi import APIRouter

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.meetings.dependencies import Attendee, MeetingDep
from colloquy.rehearsing import reading, service
from colloquy.rehearsing.dependencies import Chair, RehearsalDep
from colloquy.rehearsing.schemas import (
    MishapIn,
    RehearsalChange,
    RehearsalOfMeeting,
    RehearsalRead,
    RehearsalStart,
)

router = APIRouter(prefix="/api/studies/{study_id}", tags=["rehearsing"])


@router.get("/meetings/{meeting_id}/rehearsal")
async def read_rehearsal_of(
    meeting: MeetingDep, actor: Attendee, session: SessionDep
) -> RehearsalOfMeeting:
    """How many would come to a rehearsal of this meeting, and the one that I am in."""
    return await reading.read_rehearsal_of(session, actor, meeting)


@router.post("/meetings/{meeting_id}/rehearsal", status_code=201)
async def begin(
    body: RehearsalStart,
    meeting: MeetingDep,
    actor: Attendee,
    session: SessionDep,
    runtime: RuntimeDep,
) -> RehearsalRead:
    """Rehearse this meeting with simulated people; answers the rehearsal that runs already, if any."""
    rehearsal = await service.begin(session, runtime.settings, actor, meeting.id, body)
    return await reading.read_rehearsal(session, rehearsal)


@router.get("/rehearsal")
async def read_rehearsal(rehearsal: RehearsalDep, session: SessionDep) -> RehearsalRead:
    """The rehearsal that this study was made for."""
    return await reading.read_rehearsal(session, rehearsal)


@router.patch("/rehearsal")
async def change_rehearsal(
    body: RehearsalChange, rehearsal: RehearsalDep, session: SessionDep
) -> RehearsalRead:
    """Let the simulated people do more or less from now on."""
    rehearsal.pace = body.pace
    session.add(rehearsal)
    return await reading.read_rehearsal(session, rehearsal)


@router.post("/rehearsal/mishaps", status_code=204)
async def let_happen(body: MishapIn, rehearsal: RehearsalDep, session: SessionDep) -> None:
    """Let something go wrong now."""
    await service.let_happen(session, rehearsal, body.kind)


@router.delete("/rehearsal", status_code=204)
async def end(rehearsal: RehearsalDep, actor: Chair, session: SessionDep) -> None:
    """End the rehearsal, and delete all of it."""
    await service.end(session, rehearsal, by=actor.account_id)

"""HTTP: the meetings I am asked to, the state of one, and what I do in it."""

from fastapi import APIRouter

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.meetings import commands, reading
from colloquy.meetings.commands import MeetingCommand
from colloquy.meetings.dependencies import Attendee, MeetingDep
from colloquy.meetings.facts import Attendee as Person
from colloquy.meetings.planning import reading as plans
from colloquy.meetings.schemas import MeetingListed, MeetingRead, Obeyed, StateRead

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["meetings"])


@router.get("")
async def list_meetings(actor: Attendee, session: SessionDep) -> list[MeetingListed]:
    """The meetings that I am asked to, newest first."""
    return await plans.list_meetings(session, actor)


@router.get("/chairs")
async def list_chairs(actor: Attendee, session: SessionDep) -> list[Person]:
    """Who may chair the study's meetings."""
    return await plans.list_chairs(session, actor)


@router.get("/{meeting_id}")
async def read_meeting(meeting: MeetingDep, actor: Attendee, session: SessionDep) -> MeetingRead:
    """A meeting with its agenda."""
    return await plans.read_meeting(session, actor, meeting)


@router.get("/{meeting_id}/state")
async def read_state(
    meeting: MeetingDep, actor: Attendee, session: SessionDep, runtime: RuntimeDep
) -> StateRead:
    """The whole of a meeting now; the socket goes on from its `seq`."""
    return await reading.read_state(session, runtime.hub, runtime.settings, actor, meeting)


@router.post("/{meeting_id}/commands")
async def obey(
    body: MeetingCommand,
    meeting: MeetingDep,
    actor: Attendee,
    session: SessionDep,
    runtime: RuntimeDep,
) -> Obeyed:
    """Do something in the meeting; the same command sent again is answered as before."""
    return Obeyed(
        seq=await commands.obey(session, runtime.hub, runtime.settings, actor, meeting.id, body)
    )

"""HTTP and the socket: planning meetings, taking part in them, following them live."""

from uuid import UUID

from fastapi import APIRouter, WebSocket

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.meetings import commands, follower, invitations, polls, reading, service
from colloquy.meetings.dependencies import Attendee, Builder, MeetingDep, Voter
from colloquy.meetings.messages import LiveFrame
from colloquy.meetings.schemas import (
    Invited,
    MeetingCommand,
    MeetingComment,
    MeetingListed,
    MeetingPlan,
    MeetingRead,
    Obeyed,
    StateRead,
    VoteCast,
    VoteRead,
)

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["meetings"])
webhooks = APIRouter(tags=["meetings"])


@webhooks.post("live")
async def live_frame(body: LiveFrame) -> None:
    """What the socket of a meeting says; declared here so that browsers get its types."""


@router.get("")
async def list_meetings(actor: Attendee, session: SessionDep) -> list[MeetingListed]:
    """The meetings that I am asked to, newest first."""
    return await reading.list_meetings(session, actor)


@router.post("", status_code=201)
async def plan_meeting(body: MeetingPlan, actor: Builder, session: SessionDep) -> MeetingRead:
    """Plan a meeting."""
    meeting = await service.plan_meeting(session, actor, body)
    return await reading.read_meeting(session, actor, meeting)


@router.get("/{meeting_id}")
async def read_meeting(meeting: MeetingDep, actor: Attendee, session: SessionDep) -> MeetingRead:
    """A meeting with its agenda."""
    return await reading.read_meeting(session, actor, meeting)


@router.put("/{meeting_id}")
async def change_plan(
    body: MeetingPlan, meeting: MeetingDep, actor: Builder, session: SessionDep
) -> MeetingRead:
    """Change a meeting that has not begun."""
    changed = await service.change_plan(session, actor, meeting.id, body)
    return await reading.read_meeting(session, actor, changed)


@router.post("/{meeting_id}/invitations", status_code=202)
async def invite(
    meeting: MeetingDep, actor: Builder, session: SessionDep, runtime: RuntimeDep
) -> Invited:
    """Send a link to everybody asked who has none yet."""
    return await invitations.invite(session, actor, meeting.id, runtime.settings)


@router.get("/{meeting_id}/state")
async def read_state(
    meeting: MeetingDep, actor: Attendee, session: SessionDep, runtime: RuntimeDep
) -> StateRead:
    """The whole of a meeting now; the socket goes on from its `seq`."""
    return await reading.read_state(session, runtime.hub, actor, meeting)


@router.post("/{meeting_id}/commands")
async def obey(
    body: MeetingCommand,
    meeting: MeetingDep,
    actor: Attendee,
    session: SessionDep,
    runtime: RuntimeDep,
) -> Obeyed:
    """Do something in the meeting; the same command sent again is answered as before."""
    return Obeyed(seq=await commands.obey(session, runtime.hub, actor, meeting.id, body))


@router.put("/{meeting_id}/polls/{poll_id}/vote")
async def cast_vote(
    poll_id: UUID, body: VoteCast, meeting: MeetingDep, actor: Voter, session: SessionDep
) -> VoteRead:
    """Vote, or change my vote while the poll is open."""
    return await polls.cast_vote(session, actor, meeting, poll_id, body)


@router.get("/{meeting_id}/comments")
async def list_comments(
    meeting: MeetingDep, _actor: Attendee, session: SessionDep
) -> list[MeetingComment]:
    """What has been written in the meeting, oldest first."""
    return await reading.list_comments(session, meeting)


@router.websocket("/{meeting_id}/live")
async def follow(
    socket: WebSocket, study_id: UUID, meeting_id: UUID, runtime: RuntimeDep, after: int = 0
) -> None:
    """Follow a meeting: what was missed since `after`, then everything as it happens."""
    await follower.follow(socket, runtime, follower.Wanted(study_id, meeting_id, after))

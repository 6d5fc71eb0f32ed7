"""HTTP: planning meetings, and asking people to them."""

from fastapi import APIRouter

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.meetings.dependencies import Builder, MeetingDep
from colloquy.meetings.planning import invitations, reading, service
from colloquy.meetings.planning.schemas import Invited, MeetingPlan
from colloquy.meetings.schemas import MeetingRead

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["meetings"])


@router.post("", status_code=201)
async def plan_meeting(body: MeetingPlan, actor: Builder, session: SessionDep) -> MeetingRead:
    """Plan a meeting."""
    meeting = await service.plan_meeting(session, actor, body)
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

"""HTTP: what is written in a meeting."""

from fastapi import APIRouter

from colloquy.core.web import SessionDep
from colloquy.meetings.commenting import reading
from colloquy.meetings.commenting.schemas import MeetingComment
from colloquy.meetings.dependencies import Attendee, MeetingDep

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["meetings"])


@router.get("/{meeting_id}/comments")
async def list_comments(
    meeting: MeetingDep, _actor: Attendee, session: SessionDep
) -> list[MeetingComment]:
    """What has been written in the meeting, oldest first."""
    return await reading.list_comments(session, meeting)

"""HTTP: votes."""

from uuid import UUID

from fastapi import APIRouter

from colloquy.core.web import SessionDep
from colloquy.meetings.dependencies import MeetingDep, Voter
from colloquy.meetings.polling import service as polls
from colloquy.meetings.polling.schemas import VoteCast, VoteRead

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["meetings"])


@router.put("/{meeting_id}/polls/{poll_id}/vote")
async def cast_vote(
    poll_id: UUID, body: VoteCast, meeting: MeetingDep, actor: Voter, session: SessionDep
) -> VoteRead:
    """Vote, or change my vote while the poll is open."""
    return await polls.cast_vote(session, actor, meeting, poll_id, body)

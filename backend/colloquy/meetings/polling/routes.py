"""HTTP: votes."""

from uuid import UUID

from fastapi import APIRouter

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.meetings.dependencies import MeetingDep, Voter
from colloquy.meetings.polling import voting
from colloquy.meetings.polling.schemas import VoteCast, VoteRead

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["meetings"])


@router.put("/{meeting_id}/polls/{poll_id}/vote")
async def cast_vote(
    poll_id: UUID,
    body: VoteCast,
    meeting: MeetingDep,
    actor: Voter,
    session: SessionDep,
    runtime: RuntimeDep,
) -> VoteRead:
    """Vote, or change my vote while the poll is open."""
    return await voting.cast_vote(session, runtime.settings, actor, meeting, poll_id, body)

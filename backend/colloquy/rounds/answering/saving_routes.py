"""HTTP: saving an answer, apart from every other route so that it can be looked for first."""

from fastapi import APIRouter

from colloquy.core.web import SessionDep
from colloquy.rounds import service, showing
from colloquy.rounds.answering.dependencies import AnswerDep
from colloquy.rounds.answering.schemas import ResponseIn, SavedRead

router = APIRouter(prefix="/api/studies/{study_id}/rounds/{round_id}", tags=["rounds"])


@router.put("/questions/{question_id}/response")
async def save_response(body: ResponseIn, answer: AnswerDep, session: SessionDep) -> SavedRead:
    """Save my answer; returns the one that stands."""
    return showing.read_saved(
        await service.save_asked(session, answer.actor, answer.round_, answer.asked, body)
    )

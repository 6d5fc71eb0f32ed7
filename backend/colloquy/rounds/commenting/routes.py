"""HTTP: comments of a closed round for those who moderate them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.comments.schemas import CommentDecisionIn
from colloquy.core.web import SessionDep
from colloquy.rounds.commenting import moderating, queue
from colloquy.rounds.commenting.schemas import CommentQueue, CommentRelease
from colloquy.rounds.dependencies import RoundDep
from colloquy.studies.dependencies import StudyDep, require

router = APIRouter(prefix="/api/studies/{study_id}/rounds/{round_id}/comments", tags=["comments"])

Moderator = Annotated[Actor, Depends(require(Permission.COMMENT_MODERATE))]


@router.get("")
async def read_comment_queue(
    study: StudyDep, actor: Moderator, round_: RoundDep, session: SessionDep
) -> CommentQueue:
    """What was said in a closed round, for moderators."""
    return await queue.read_queue(session, actor, study, round_)


@router.post("/release")
async def release_waiting(
    body: CommentRelease, study: StudyDep, actor: Moderator, round_: RoundDep, session: SessionDep
) -> CommentQueue:
    """Release everything that waits."""
    await moderating.release_waiting(session, actor, round_, body.stamp)
    return await queue.read_queue(session, actor, study, round_)


@router.put("/{comment_id}/standing")
async def decide_about_comment(
    comment_id: UUID,
    body: CommentDecisionIn,
    study: StudyDep,
    actor: Moderator,
    round_: RoundDep,
    session: SessionDep,
) -> CommentQueue:
    """Release a comment, as it is or in other words, or withhold it."""
    await moderating.decide(session, actor, round_, comment_id, body)
    return await queue.read_queue(session, actor, study, round_)

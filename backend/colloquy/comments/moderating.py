"""Deciding whether the panel may read what was said in a round, and in which words."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.comments import policy, queries
from colloquy.comments.models import Comment, CommentDecision, CommentStanding
from colloquy.comments.schemas import CommentDecisionIn, CommentUpdate
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden

CHANGED = "Something has changed since you opened this list. Look at it again, then release them."


async def decide(
    session: AsyncSession, actor: Actor, comment: Comment, given: CommentDecisionIn
) -> None:
    """Release a comment, as it is or in other words, or withhold it.

    The later of two moderators is told what the other did. The same decision sent again changes
    nothing. The caller holds the comment and has seen to it that its place can be moderated.
    """
    if policy.is_own(actor, comment):
        raise Forbidden("You wrote this comment, so somebody else decides about it.")
    decision = await queries.decision(session, comment.id)
    words = _words_for_panel(comment, given)
    if decision and _is_done(decision, actor, given, words):
        return
    await _refuse_what_changed(session, comment, decision, given)
    decision = decision or CommentDecision(
        comment_id=comment.id, standing="", decided_by=actor.member_id, decided_at=now()
    )
    decision.standing = given.standing
    decision.words, decision.is_reworded = words, words not in ("", comment.text)
    decision.withheld_for = given.withheld_for or ""
    decision.reason = given.reason
    decision.decided_by, decision.decided_at = actor.member_id, now()
    session.add(decision)
    record(
        session,
        actor,
        f"comments:comment:{given.standing}",
        comment.id,
        place=str(comment.place_id),
        withheld_for=decision.withheld_for,
        changed=decision.is_reworded,
    )


async def release(
    session: AsyncSession, actor: Actor, place_id: UUID, waiting: Sequence[Comment], stamp: str
) -> None:
    """Release everything that waits as it is written, if it is still what the moderator saw."""
    if not waiting:
        return
    if stamp_of(waiting) != stamp:
        raise Conflict(CHANGED)
    session.add_all(
        CommentDecision(
            comment_id=comment.id,
            standing=CommentStanding.RELEASED,
            words=comment.text,
            decided_by=actor.member_id,
            decided_at=now(),
        )
        for comment in waiting
    )
    record(session, actor, "comments:comments:released", place_id, comments=len(waiting))


def stamp_of(comments: Sequence[Comment]) -> str:
    """What tells these comments in these words from any others."""
    told = hashlib.blake2b(digest_size=16)
    for comment in comments:
        told.update(f"{comment.id}\n{len(comment.text)}\n{comment.text}".encode())
    return told.hexdigest()


def panel_words(comment: Comment, decision: CommentDecision | None) -> str:
    """What the panel reads, or would read if it were released as it is."""
    is_released = decision is not None and decision.standing == CommentStanding.RELEASED
    return decision.words if decision and is_released else comment.text


async def wait_again(session: AsyncSession, comment: Comment, given: CommentUpdate) -> None:
    """Forget a decision when its writer changes what it was about.

    The old words are no longer what they want to be read, and nobody has looked at the new ones.
    """
    changed = given.text not in (None, comment.text) or (
        "stance" in given.model_fields_set and given.stance != comment.stance
    )
    if changed and (decision := await queries.decision(session, comment.id)):
        await session.delete(decision)


def _words_for_panel(comment: Comment, given: CommentDecisionIn) -> str:
    return (given.words or comment.text) if given.standing == CommentStanding.RELEASED else ""


def _is_done(decision: CommentDecision, actor: Actor, given: CommentDecisionIn, words: str) -> bool:
    return (
        decision.decided_by == actor.member_id
        and (decision.standing, decision.words) == (given.standing, words)
        and (decision.withheld_for, decision.reason) == (given.withheld_for or "", given.reason)
    )


async def _refuse_what_changed(
    session: AsyncSession,
    comment: Comment,
    decision: CommentDecision | None,
    given: CommentDecisionIn,
) -> None:
    standing = decision.standing if decision else CommentStanding.WAITING
    if (standing, panel_words(comment, decision)) == (given.seen_standing, given.seen_words):
        return
    if decision is None:
        raise Conflict("Its writer has changed this comment in the meantime. Read it again.")
    by = (await queries.author(session, decision.decided_by)).display_name
    raise Conflict(f"{by} has {standing} this comment in the meantime. Look at it again.")

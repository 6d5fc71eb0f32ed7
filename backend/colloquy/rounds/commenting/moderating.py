"""Moderating what was said in a round, from its close until the next round opens with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.comments import moderating as comments
from colloquy.comments import queries as comment_queries
from colloquy.comments.messages import CommentChanging
from colloquy.comments.models import Comment, CommentDecision, CommentStanding, Place
from colloquy.comments.schemas import CommentDecisionIn
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Gone, NotFound
from colloquy.rounds import policy, queries
from colloquy.rounds.answering import next_queries
from colloquy.rounds.commenting.placing import item_of
from colloquy.rounds.models import Round, RoundItem, RoundState


@dataclass(frozen=True, slots=True)
class Carried:
    """The round that has opened after this one, and the items of this one that it asks about."""

    title: str | None
    items: Sequence[RoundItem]

    def holds(self, comment: Comment) -> bool:
        """True where the next round's panel has read about the comment's item as it was decided."""
        return item_of(comment, self.items) is not None


NOT_CARRIED = Carried(None, ())


async def decide(
    session: AsyncSession, actor: Actor, round_: Round, comment_id: UUID, given: CommentDecisionIn
) -> None:
    """Release a comment or withhold it; it can be changed until the next round opens with it."""
    refuse_unless_closed(round_)
    carried = await read_carried_items(session, round_, lock=True)
    held = await comment_queries.hold_comments(session, round_.id, comment_id)
    if not held:
        raise NotFound("There is no such comment. Its writer may have taken it back.")
    if carried.holds(held[0]):
        raise Gone(
            f"“{carried.title}” has opened with what was decided about this item, and its panel "
            "reads it. Nothing is changed."
        )
    await comments.decide(session, actor, held[0], given)


async def release_waiting(session: AsyncSession, actor: Actor, round_: Round, stamp: str) -> None:
    """Release everything that waits and that this moderator did not write, as it is written."""
    refuse_unless_closed(round_)
    carried = await read_carried_items(session, round_, lock=True)
    await comment_queries.hold_comments(session, round_.id)
    rows = await comment_queries.moderated_comments(session, round_.id)
    items = await queries.items(session, [round_.id])
    waiting = releasable(actor, rows, items, carried)
    await comments.release(session, actor, round_.id, waiting, stamp)


def releasable(
    actor: Actor,
    rows: Sequence[tuple[Comment, CommentDecision | None]],
    items: Sequence[RoundItem],
    carried: Carried,
) -> list[Comment]:
    """Choose what waits for this moderator: on an item that stands, and not their own."""
    return [
        comment
        for comment, decision in rows
        if decision is None
        and comment.member_id != actor.member_id
        and item_of(comment, items)
        and not carried.holds(comment)
    ]


async def hold_what_was_carried(session: AsyncSession, event: CommentChanging) -> None:
    """Refuse to change words that the panel of an open next round reads; they can be taken back."""
    if event.place != Place.ROUND or event.place_id is None or event.takes_back:
        return
    round_ = await queries.round_(session, event.actor.study_id, event.place_id)
    decision = await comment_queries.decision(session, event.comment_id)
    if round_ is None or decision is None or decision.standing != CommentStanding.RELEASED:
        return
    carried = await read_carried_items(session, round_)
    comment = await comment_queries.comment(session, event.actor.study_id, event.comment_id)
    if comment and carried.holds(comment):
        raise Conflict(
            f"Your comment stands before the panel in “{carried.title}”, so its words stay as they "
            "are. You can take it back, or say it anew in that round."
        )


async def read_carried_items(
    session: AsyncSession, round_: Round, *, lock: bool = False
) -> Carried:
    """What the next round has opened with; nothing until it has. `lock` holds off its opening."""
    after = await next_queries.follower(session, round_.id)
    if after is None:
        return NOT_CARRIED
    if lock:
        await session.refresh(after, with_for_update={"read": True})
    if not policy.is_put_before_panel(after, now()):
        return NOT_CARRIED
    kept = {item.carried_from_id for item in await queries.items(session, [after.id])}
    items = await queries.items(session, [round_.id])
    return Carried(after.title, [item for item in items if item.id in kept])


def refuse_unless_closed(round_: Round) -> None:
    """Raise `Conflict` while comments may still come in."""
    if policy.state_at(round_, now()) != RoundState.CLOSED:
        raise Conflict("Comments are read and decided about once the round has closed.")

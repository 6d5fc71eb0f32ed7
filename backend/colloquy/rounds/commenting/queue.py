"""What was said in a round, put together for its moderators."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.comments.models import (
    Comment,
    CommentDecision,
    CommentStanding,
    Stance,
    Withholding,
)
from colloquy.comments.moderating import panel_words, stamp_of
from colloquy.comments.queries import moderated_comments
from colloquy.core.clock import now
from colloquy.rounds.commenting.moderating import (
    Carried,
    read_carried_items,
    refuse_unless_closed,
    releasable,
)
from colloquy.rounds.commenting.placing import by_item
from colloquy.rounds.commenting.releasing import quote_of
from colloquy.rounds.commenting.schemas import CommentedItem, CommentQueue, ModeratedComment
from colloquy.rounds.commenting.writers import Writers, read_writers
from colloquy.rounds.models import Round
from colloquy.rounds.plans import read_plan
from colloquy.rounds.showing import brief_of, name_of, read_items
from colloquy.studies.models import Study
from colloquy.studies.queries import members as read_members


@dataclass(frozen=True, slots=True)
class _Reader:
    """For whom the queue is read, and what is known of everybody in it."""

    actor: Actor
    writers: Writers
    carried: Carried
    names: Mapping[UUID, str]


async def read_queue(
    session: AsyncSession, actor: Actor, study: Study, round_: Round
) -> CommentQueue:
    """Every comment of a closed round by item, in a fixed number of queries.

    What was said about an item that no longer stands before the panel goes with the item.
    """
    refuse_unless_closed(round_)
    plan = await read_plan(session, round_)
    rows = await moderated_comments(session, round_.id)
    placed = by_item(rows, plan.items)
    reader = _Reader(
        actor=actor,
        writers=await read_writers(session, study, round_),
        carried=await read_carried_items(session, round_),
        names={row.id: row.display_name for row, _ in await read_members(session, study.id)},
    )
    waiting = releasable(actor, rows, plan.items, reader.carried)
    items = [
        CommentedItem(
            item_id=item.id,
            title=name_of(item),
            comments=[_read(*row, reader) for row in placed[item.id]],
        )
        for item in await read_items(session, plan)
        if item.id in placed
    ]
    counts = Counter(comment.standing for item in items for comment in item.comments)
    return CommentQueue(
        **brief_of(round_, now()).model_dump(),
        waiting=counts[CommentStanding.WAITING],
        released=counts[CommentStanding.RELEASED],
        withheld=counts[CommentStanding.WITHHELD],
        releasable=len(waiting),
        stamp=stamp_of(waiting),
        carried_into=reader.carried.title,
        items=items,
    )


def _read(comment: Comment, decision: CommentDecision | None, reader: _Reader) -> ModeratedComment:
    is_mine = comment.member_id == reader.actor.member_id
    return ModeratedComment(
        id=comment.id,
        writer=reader.writers.read(comment.member_id),
        stance=Stance(comment.stance) if comment.stance else None,
        quote=quote_of(comment),
        text=comment.text,
        words=panel_words(comment, decision),
        standing=CommentStanding(decision.standing) if decision else CommentStanding.WAITING,
        withheld_for=Withholding(decision.withheld_for)
        if decision and decision.withheld_for
        else None,
        reason=decision.reason if decision else "",
        decided_by=reader.names.get(decision.decided_by) if decision else None,
        is_mine=is_mine,
        is_open=not is_mine and not reader.carried.holds(comment),
    )

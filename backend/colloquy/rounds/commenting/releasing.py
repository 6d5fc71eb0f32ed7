"""Comments that a moderator has released, as the panel reads them."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.comments.models import Comment, CommentDecision, CommentStanding, Stance
from colloquy.comments.queries import moderated_comments
from colloquy.methods.shuffling import rank
from colloquy.rounds.commenting.placing import by_item
from colloquy.rounds.commenting.schemas import ReleasedComment
from colloquy.rounds.commenting.writers import Writers, read_writers
from colloquy.rounds.models import Round, RoundItem
from colloquy.studies.models import Study


async def read_released(
    session: AsyncSession, study: Study, round_: Round, items: Sequence[RoundItem], reader_id: UUID
) -> dict[UUID, list[ReleasedComment]]:
    """What was said about these items of a closed round, by item.

    In an order of the reader's own, so that nobody's words stand first for everybody.
    """
    released = [
        (comment, decision)
        for comment, decision in await moderated_comments(session, round_.id)
        if decision and decision.standing == CommentStanding.RELEASED
    ]
    if not released:
        return {}
    writers = await read_writers(session, study, round_)
    person = str(reader_id)
    released.sort(key=lambda row: rank(round_.order_seed, person, row[0].id))
    return {
        item_id: [_read(comment, decision, writers, reader_id) for comment, decision in rows]
        for item_id, rows in by_item(released, items).items()
    }


def quote_of(comment: Comment) -> str:
    """The words that a comment is about, if some were chosen."""
    return str(comment.anchor["quote"]) if comment.anchor else ""


def _read(
    comment: Comment, decision: CommentDecision, writers: Writers, reader_id: UUID
) -> ReleasedComment:
    return ReleasedComment(
        id=comment.id,
        writer=writers.read(comment.member_id),
        stance=Stance(comment.stance) if comment.stance else None,
        quote=quote_of(comment),
        text=decision.words,
        is_reworded=decision.is_reworded,
        is_mine=comment.member_id == reader_id,
    )

"""SELECTs about rounds that follow one another, and the ideas that one gives to the next."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds.models import Question, QuestionKind, Response, Round, RoundItem


async def follower(session: AsyncSession, round_id: UUID) -> Round | None:
    """The round that follows this one, if there is one."""
    found = await session.exec(select(Round).where(Round.follows_id == round_id))
    return found.first()


async def count_series(session: AsyncSession, series_id: UUID) -> int:
    """How many rounds a series has."""
    found = await session.exec(
        select(func.count()).select_from(Round).where(Round.series_id == series_id)
    )
    return found.one()


async def ideas(
    session: AsyncSession, round_id: UUID
) -> Sequence[tuple[Response, Question, RoundItem]]:
    """What was said to be missing, with what it was said about, in the order of the items."""
    found = await session.exec(
        select(Response, Question, RoundItem)
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(
            RoundItem.round_id == round_id,
            Question.kind == QuestionKind.MISSING,
            Response.text != "",
        )
        .order_by(col(RoundItem.position), col(Response.id))
    )
    return found.all()


async def items_made_of(
    session: AsyncSession, round_id: UUID, response_ids: Collection[UUID]
) -> dict[UUID, RoundItem]:
    """What became of ideas in this round, by the answer they were given in."""
    found = await session.exec(
        select(RoundItem).where(
            RoundItem.round_id == round_id, col(RoundItem.client_id).in_(response_ids)
        )
    )
    return {row.client_id: row for row in found.all() if row.client_id}

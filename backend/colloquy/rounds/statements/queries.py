"""Every SELECT about statements: what is voted on, who voted how, and what the panel wrote."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.methods.tallies import Vote
from colloquy.rounds.models import (
    ItemKind,
    ItemStanding,
    Question,
    QuestionKind,
    Response,
    RoundItem,
)

_VOTED = (
    RoundItem.kind == ItemKind.STATEMENT,
    RoundItem.standing == ItemStanding.SHOWN,
    Question.kind == QuestionKind.VOTE,
    col(Response.vote).is_not(None),
)


async def shown_statements(session: AsyncSession, round_id: UUID) -> Sequence[RoundItem]:
    """Statements of a round that are voted on, in order."""
    found = await session.exec(
        select(RoundItem)
        .join(Question, col(Question.item_id) == col(RoundItem.id))
        .where(
            RoundItem.round_id == round_id,
            RoundItem.kind == ItemKind.STATEMENT,
            RoundItem.standing == ItemStanding.SHOWN,
            Question.kind == QuestionKind.VOTE,
        )
        .order_by(col(RoundItem.position), col(RoundItem.id))
        .distinct()
    )
    return found.all()


async def panel_statements(
    session: AsyncSession, round_id: UUID, author_id: UUID | None = None
) -> Sequence[RoundItem]:
    """What one author wrote, or the panel in this round, in the order of writing.

    An idea from the round before is decided about where the next round is made, and bears its id.
    """
    statement = (
        select(RoundItem)
        .where(RoundItem.round_id == round_id, col(RoundItem.author_id).is_not(None))
        .order_by(col(RoundItem.id))
    )
    if author_id:
        statement = statement.where(RoundItem.author_id == author_id)
    else:
        is_idea = exists().where(col(Response.id) == col(RoundItem.client_id))
        statement = statement.where(~is_idea)
    return (await session.exec(statement)).all()


async def count_waiting_statements(
    session: AsyncSession, round_ids: Collection[UUID]
) -> Counter[UUID]:
    """How many statements of the panel wait for a moderator, by round."""
    found = await session.exec(
        select(RoundItem.round_id, func.count())
        .where(
            col(RoundItem.round_id).in_(round_ids),
            RoundItem.standing == ItemStanding.WAITING,
            col(RoundItem.author_id).is_not(None),
        )
        .group_by(col(RoundItem.round_id))
    )
    return Counter(dict(found.all()))


async def panel_statement(session: AsyncSession, round_id: UUID, item_id: UUID) -> RoundItem | None:
    """A statement that the panel wrote in this round, held against other changes."""
    found = await session.exec(
        select(RoundItem)
        .where(
            RoundItem.round_id == round_id,
            RoundItem.id == item_id,
            col(RoundItem.author_id).is_not(None),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.first()


async def statement_of_client(session: AsyncSession, client_id: UUID) -> RoundItem | None:
    """A statement by the id that its author's browser made."""
    found = await session.exec(select(RoundItem).where(RoundItem.client_id == client_id))
    return found.first()


async def hold_questions(session: AsyncSession, item_id: UUID) -> None:
    """Hold what is asked about an item, so that nobody votes on it until this is done."""
    await session.exec(select(Question.id).where(Question.item_id == item_id).with_for_update())


async def count_votes_on(session: AsyncSession, item_ids: Collection[UUID]) -> Counter[UUID]:
    """How many answers each item has."""
    found = await session.exec(
        select(Question.item_id, func.count())
        .join(Response, col(Response.question_id) == col(Question.id))
        .where(col(Question.item_id).in_(item_ids))
        .group_by(col(Question.item_id))
    )
    return Counter(dict(found.all()))


async def vote_counts(session: AsyncSession, round_id: UUID) -> dict[UUID, Counter[Vote]]:
    """How often each statement was agreed with, disagreed with and passed."""
    found = await session.exec(
        select(RoundItem.id, Response.vote, func.count())
        .join(Question, col(Question.item_id) == col(RoundItem.id))
        .join(Response, col(Response.question_id) == col(Question.id))
        .where(RoundItem.round_id == round_id, *_VOTED)
        .group_by(col(RoundItem.id), col(Response.vote))
    )
    counts: defaultdict[UUID, Counter[Vote]] = defaultdict(Counter)
    for item_id, vote, count in found.all():
        counts[item_id][Vote(vote)] += count
    return counts


async def voted_by(
    session: AsyncSession, round_id: UUID, respondents: Collection[str]
) -> set[UUID]:
    """The statements that somebody has voted on; see `own_respondents`."""
    found = await session.exec(
        select(RoundItem.id)
        .join(Question, col(Question.item_id) == col(RoundItem.id))
        .join(Response, col(Response.question_id) == col(Question.id))
        .where(RoundItem.round_id == round_id, col(Response.respondent).in_(respondents), *_VOTED)
    )
    return set(found.all())


async def votes(
    session: AsyncSession, round_id: UUID, *, before: datetime | None = None
) -> Sequence[tuple[str, UUID, str | None, UUID | None]]:
    """Every vote as respondent, statement, vote and the group it was given in, in order of saving."""
    statement = (
        select(Response.respondent, RoundItem.id, Response.vote, Response.group_id)
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_id, *_VOTED)
        .order_by(col(Response.saved_at), col(Response.id))
    )
    if before:
        statement = statement.where(col(Response.saved_at) < before)
    return (await session.exec(statement)).all()


async def votes_stand(session: AsyncSession, round_id: UUID) -> tuple[int, datetime | None]:
    """How many votes there are and when the last was saved: nothing changes while these do not."""
    found = await session.exec(
        select(func.count(), func.max(Response.saved_at))
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_id, *_VOTED)
    )
    count, latest = found.one()
    return count, latest

"""Every SELECT behind the results of a round: plain columns, whatever the number of answers."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlmodel import col, func
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds.models import ItemFinding, LateResponse, Question, Response, RoundItem
from colloquy.rounds.results.ledger import AnswerRow, WrittenRow


async def answers(session: AsyncSession, round_ids: Collection[UUID]) -> list[AnswerRow]:
    """Every answer to some rounds, in the order of saving."""
    return await _answers(session, col(RoundItem.round_id).in_(round_ids))


async def answers_to(session: AsyncSession, question_ids: Collection[UUID]) -> list[AnswerRow]:
    """Every answer to some questions, in the order of saving."""
    return await _answers(session, col(Question.id).in_(question_ids))


async def written(session: AsyncSession, round_id: UUID) -> list[WrittenRow]:
    """Answers in words and reasons for ratings in a round, in the order of saving."""
    statement = (
        select(
            col(Response.id),
            col(Response.question_id),
            col(Response.respondent),
            col(Response.member_id),
            col(Response.group_id),
            col(Response.text),
            col(Response.reason),
        )
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(
            col(RoundItem.round_id) == round_id,
            or_(col(Response.text) != "", col(Response.reason) != ""),
        )
        .order_by(col(Response.id))
    )
    found = await (await session.connection()).execute(statement)
    return [WrittenRow._make(row) for row in found]


async def count_kept_aside(session: AsyncSession, round_id: UUID) -> int:
    """How many answers came too late to be counted."""
    found = await session.exec(
        select_rows(func.count())
        .select_from(LateResponse)
        .join(Question, col(Question.id) == col(LateResponse.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_id)
    )
    return found.one()


async def finding(session: AsyncSession, item_id: UUID) -> ItemFinding | None:
    """What the team made of an item."""
    found = await session.exec(select_rows(ItemFinding).where(ItemFinding.item_id == item_id))
    return found.first()


async def findings(session: AsyncSession, round_id: UUID) -> dict[UUID, ItemFinding]:
    """What the team made of the items of a round, by item."""
    found = await session.exec(
        select_rows(ItemFinding)
        .join(RoundItem, col(RoundItem.id) == col(ItemFinding.item_id))
        .where(RoundItem.round_id == round_id)
    )
    return {row.item_id: row for row in found.all()}


async def _answers(session: AsyncSession, where: ColumnElement[bool]) -> list[AnswerRow]:
    statement = (
        select(
            col(Response.question_id),
            col(Response.respondent),
            col(Response.group_id),
            col(Response.rating),
            col(Response.is_unable),
            col(Response.vote),
            col(Response.choices),
            col(Response.is_late),
        )
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(where)
        .order_by(col(Response.id))
    )
    found = await (await session.connection()).execute(statement)
    return [AnswerRow._make(row) for row in found]

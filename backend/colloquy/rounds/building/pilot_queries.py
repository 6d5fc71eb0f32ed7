"""Every statement about trials: who tries what, and forgetting what they answered."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds.models import (
    LateResponse,
    Participation,
    Question,
    Response,
    Round,
    RoundItem,
    RoundPilot,
    RoundState,
)


async def tries(session: AsyncSession, round_id: UUID, member_id: UUID) -> bool:
    """True for a member who is named to try a round out."""
    found = await session.exec(
        select(RoundPilot.id).where(
            RoundPilot.round_id == round_id, RoundPilot.member_id == member_id
        )
    )
    return found.first() is not None


async def rounds_tried_by(
    session: AsyncSession, study_id: UUID, member_id: UUID
) -> Sequence[Round]:
    """Rounds that a member is trying out at present, newest first."""
    found = await session.exec(
        select(Round)
        .join(RoundPilot, col(RoundPilot.round_id) == col(Round.id))
        .where(
            Round.study_id == study_id,
            Round.state == RoundState.PILOT,
            RoundPilot.member_id == member_id,
        )
        .order_by(col(Round.id).desc())
    )
    return found.all()


async def name_pilots(session: AsyncSession, round_id: UUID, member_ids: Collection[UUID]) -> None:
    """Put these members in the place of those named before."""
    await session.exec(delete(RoundPilot).where(col(RoundPilot.round_id) == round_id))
    session.add_all(RoundPilot(round_id=round_id, member_id=each) for each in member_ids)


async def answers(session: AsyncSession, round_id: UUID) -> Sequence[tuple[Response, Question]]:
    """Every answer to a round with its question, in the round's order."""
    found = await session.exec(
        select(Response, Question)
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_id)
        .order_by(col(RoundItem.position), col(Question.position), col(Response.id))
    )
    return found.all()


async def forget_answers(session: AsyncSession, round_id: UUID) -> None:
    """Erase every answer to a round, who took part in it, and what they put into it."""
    asked = (
        select(Question.id)
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_id)
    )
    await session.exec(delete(Response).where(col(Response.question_id).in_(asked)))
    await session.exec(delete(LateResponse).where(col(LateResponse.question_id).in_(asked)))
    await session.exec(delete(Participation).where(col(Participation.round_id) == round_id))
    await session.exec(
        delete(RoundItem).where(
            col(RoundItem.round_id) == round_id, col(RoundItem.author_id).is_not(None)
        )
    )

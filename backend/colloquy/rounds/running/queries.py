"""Every SELECT about a round that runs: its changes, reminders, late answers and keys."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds.models import (
    Anonymity,
    LateResponse,
    Participation,
    Question,
    Reminder,
    Response,
    Round,
    RoundChange,
    RoundItem,
    RoundState,
    SeriesKey,
)


async def changes(session: AsyncSession, round_id: UUID) -> Sequence[RoundChange]:
    """What was changed of a round while it ran, oldest first."""
    found = await session.exec(
        select(RoundChange).where(RoundChange.round_id == round_id).order_by(col(RoundChange.id))
    )
    return found.all()


async def last_reminders(session: AsyncSession, round_id: UUID) -> dict[UUID, datetime]:
    """When each member was last reminded of a round."""
    found = await session.exec(
        select(Reminder).where(Reminder.round_id == round_id).order_by(col(Reminder.sent_at))
    )
    return {row.member_id: row.sent_at for row in found.all()}


async def late_answers(
    session: AsyncSession, round_ids: Collection[UUID], respondents: Collection[str]
) -> Sequence[LateResponse]:
    """What a respondent answered after the end of some rounds, in the order of the questions."""
    found = await session.exec(
        select(LateResponse)
        .join(Question, col(Question.id) == col(LateResponse.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(
            col(RoundItem.round_id).in_(round_ids), col(LateResponse.respondent).in_(respondents)
        )
        .order_by(col(RoundItem.position), col(Question.position))
    )
    return found.all()


async def late_answer(
    session: AsyncSession, question_id: UUID, respondents: Collection[str]
) -> LateResponse | None:
    """A respondent's late answer to a question."""
    found = await session.exec(
        select(LateResponse).where(
            LateResponse.question_id == question_id,
            col(LateResponse.respondent).in_(respondents),
        )
    )
    return found.first()


async def key(session: AsyncSession, series_id: UUID, *, lock: bool = False) -> SeriesKey | None:
    """A series' key, once its first round has opened or is set to open."""
    statement = select(SeriesKey).where(SeriesKey.series_id == series_id)
    found = await session.exec(statement.with_for_update() if lock else statement)
    return found.first()


async def keys(session: AsyncSession, series_ids: Collection[UUID]) -> Sequence[SeriesKey]:
    """The keys of some series."""
    found = await session.exec(select(SeriesKey).where(col(SeriesKey.series_id).in_(series_ids)))
    return found.all()


async def unlinkable_rounds(session: AsyncSession, study_id: UUID) -> Sequence[Round]:
    """The rounds of a study whose answers name nobody."""
    found = await session.exec(
        select(Round).where(Round.study_id == study_id, Round.anonymity == Anonymity.UNLINKABLE)
    )
    return found.all()


async def unsettled_round(session: AsyncSession, series_id: UUID) -> str | None:
    """The title of a round of a series that runs, or whose end is not written yet."""
    found = await session.exec(
        select(Round.title)
        .where(
            Round.series_id == series_id,
            col(Round.state).not_in((RoundState.CLOSED, RoundState.DRAFT)),
        )
        .limit(1)
    )
    return found.first()


async def parts_of(
    session: AsyncSession, study_id: UUID, member_id: UUID
) -> Sequence[tuple[Participation, Round]]:
    """A member's part in the rounds of a study."""
    found = await session.exec(
        select(Participation, Round)
        .join(Round, col(Round.id) == col(Participation.round_id))
        .where(Round.study_id == study_id, Participation.member_id == member_id)
    )
    return found.all()


async def answers_of_member(
    session: AsyncSession, round_id: UUID, member_id: UUID
) -> Sequence[Response]:
    """The standing answers of a member; those with `entered_by` were entered for them."""
    found = await session.exec(
        select(Response)
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(
            RoundItem.round_id == round_id,
            Response.respondent == str(member_id),
        )
    )
    return found.all()


async def newest_reminder(session: AsyncSession, round_id: UUID) -> datetime | None:
    """When anybody was last reminded of a round."""
    found = await session.exec(
        select(func.max(col(Reminder.sent_at))).where(Reminder.round_id == round_id)
    )
    return found.first()

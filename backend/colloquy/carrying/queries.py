"""Every SELECT about questions that are put both to the room and in a round."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.models import Ballot, Meeting, Poll
from colloquy.rounds.models import Question, Response, Round, RoundItem, RoundState
from colloquy.studies.models import StakeholderGroup


class Asked(NamedTuple):
    """A question of a round with the round and the item that it is of."""

    question: Question
    item: RoundItem
    round_: Round


async def find_poll(session: AsyncSession, meeting_id: UUID, poll_id: UUID) -> Poll | None:
    """A poll of a meeting."""
    found = await session.exec(
        select(Poll).where(Poll.meeting_id == meeting_id, Poll.id == poll_id)
    )
    return found.first()


async def asked_in_rounds(session: AsyncSession, study_id: UUID) -> list[Asked]:
    """Every question of the rounds that have been put before the panel, newest round first."""
    found = await session.exec(
        select(Question, RoundItem, Round)
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .join(Round, col(Round.id) == col(RoundItem.round_id))
        .where(
            Round.study_id == study_id,
            col(Round.state).in_((RoundState.OPEN, RoundState.PAUSED, RoundState.CLOSED)),
        )
        .order_by(col(Round.id).desc(), col(RoundItem.position), col(Question.position))
    )
    return [Asked._make(row) for row in found.all()]


async def shared_questions(session: AsyncSession, round_id: UUID) -> Sequence[Question]:
    """The questions of a round that may be put elsewhere too, in order."""
    found = await session.exec(
        select(Question)
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_id, col(Question.shared_id).is_not(None))
        .order_by(col(RoundItem.position), col(Question.position))
    )
    return found.all()


async def released_polls(
    session: AsyncSession, study_id: UUID, shared_ids: Collection[UUID]
) -> Sequence[tuple[Poll, Meeting]]:
    """The polls that put these questions to a room and whose result is shown, oldest first."""
    found = await session.exec(
        select(Poll, Meeting)
        .join(Meeting, col(Meeting.id) == col(Poll.meeting_id))
        .where(
            Meeting.study_id == study_id,
            col(Poll.shared_id).in_(shared_ids),
            col(Poll.released_at).is_not(None),
        )
        .order_by(col(Poll.id))
    )
    return found.all()


async def closed_polls(session: AsyncSession, meeting_id: UUID) -> Sequence[Poll]:
    """The polls of a meeting that nobody votes in any more, oldest first."""
    found = await session.exec(
        select(Poll)
        .where(Poll.meeting_id == meeting_id, col(Poll.closed_at).is_not(None))
        .order_by(col(Poll.id))
    )
    return found.all()


async def rounds_asking(
    session: AsyncSession, study_id: UUID, shared_ids: Collection[UUID]
) -> Sequence[tuple[Question, Round]]:
    """The rounds that ask what is put elsewhere too, drafts among them, oldest first."""
    found = await session.exec(
        select(Question, Round)
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .join(Round, col(Round.id) == col(RoundItem.round_id))
        .where(Round.study_id == study_id, col(Question.shared_id).in_(shared_ids))
        .order_by(col(Round.id))
    )
    return found.all()


async def groups(session: AsyncSession, study_id: UUID) -> Sequence[StakeholderGroup]:
    """The stakeholder groups of a study, in their order."""
    found = await session.exec(
        select(StakeholderGroup)
        .where(StakeholderGroup.study_id == study_id)
        .order_by(col(StakeholderGroup.position))
    )
    return found.all()


async def ballots(session: AsyncSession, poll_ids: Collection[UUID]) -> Sequence[Ballot]:
    """Every ballot of some polls."""
    found = await session.exec(select(Ballot).where(col(Ballot.poll_id).in_(poll_ids)))
    return found.all()


async def answered_at(session: AsyncSession, question_id: UUID) -> dict[str, datetime]:
    """When each respondent's answer to a question was kept."""
    found = await session.exec(
        select(Response.respondent, Response.saved_at).where(Response.question_id == question_id)
    )
    return dict(found.all())

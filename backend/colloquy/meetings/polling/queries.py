"""Every SELECT about polls and the votes in them."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.models import Ballot, Poll
from colloquy.studies.models import Member


async def lock_poll(session: AsyncSession, meeting_id: UUID, poll_id: UUID) -> Poll | None:
    """A poll of this meeting as it is now: no vote gets in while it is being closed."""
    found = await session.exec(
        select(Poll)
        .where(Poll.meeting_id == meeting_id, Poll.id == poll_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.first()


async def ballot(session: AsyncSession, poll_id: UUID, member_id: UUID) -> Ballot | None:
    """A member's vote in a poll."""
    found = await session.exec(
        select(Ballot).where(Ballot.poll_id == poll_id, Ballot.member_id == member_id)
    )
    return found.first()


async def votes_by_group(session: AsyncSession, poll_id: UUID) -> Sequence[tuple[UUID | None, str]]:
    """Every vote of a poll with the voter's stakeholder group, and not the voter."""
    found = await session.exec(
        select(Member.group_id, Ballot.choice)
        .join(Member, col(Member.id) == col(Ballot.member_id))
        .where(Ballot.poll_id == poll_id)
    )
    return found.all()


async def count_votes(session: AsyncSession, meeting_id: UUID) -> dict[UUID, int]:
    """How many have voted in each open poll."""
    found = await session.exec(
        select(Poll.id, func.count(col(Ballot.id)))
        .outerjoin(Ballot, col(Ballot.poll_id) == col(Poll.id))
        .where(Poll.meeting_id == meeting_id, col(Poll.closed_at).is_(None))
        .group_by(col(Poll.id))
    )
    return dict(found.all())


async def count_voters(session: AsyncSession, poll_id: UUID) -> int:
    """How many have voted in a poll."""
    found = await session.exec(select(func.count(col(Ballot.id))).where(Ballot.poll_id == poll_id))
    return found.one()


async def votes_of(session: AsyncSession, meeting_id: UUID, member_id: UUID) -> dict[UUID, str]:
    """A member's own votes in a meeting."""
    found = await session.exec(
        select(Ballot.poll_id, Ballot.choice)
        .join(Poll, col(Poll.id) == col(Ballot.poll_id))
        .where(Poll.meeting_id == meeting_id, Ballot.member_id == member_id)
    )
    return dict(found.all())

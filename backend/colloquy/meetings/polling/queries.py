"""Every SELECT about polls and the votes in them."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.permissions import Role
from colloquy.meetings.models import Ballot, Meeting, Poll
from colloquy.meetings.planning.queries import invitable


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


async def ballots(session: AsyncSession, poll_id: UUID) -> Sequence[Ballot]:
    """Every ballot of a poll."""
    found = await session.exec(select(Ballot).where(Ballot.poll_id == poll_id))
    return found.all()


async def count_asked(session: AsyncSession, meeting: Meeting) -> int:
    """How many may vote in a meeting: the panel of its groups, as far as it is in the study."""
    invited = await invitable(session, meeting)
    return sum(
        Role.PANEL in member.roles
        and (not meeting.group_ids or str(member.group_id) in meeting.group_ids)
        for member, _ in invited
    )


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


async def votes_of(
    session: AsyncSession, meeting_id: UUID, member_id: UUID
) -> Sequence[tuple[Poll, Ballot]]:
    """A member's own ballots in a meeting, with their polls."""
    found = await session.exec(
        select(Poll, Ballot)
        .join(Ballot, col(Ballot.poll_id) == col(Poll.id))
        .where(Poll.meeting_id == meeting_id, Ballot.member_id == member_id)
    )
    return found.all()


async def lock_open_votes(session: AsyncSession, member_id: UUID) -> Sequence[tuple[Poll, Ballot]]:
    """A member's ballots that say what was voted, with their polls, which nobody closes now."""
    found = await session.exec(
        select(Poll, Ballot)
        .join(Ballot, col(Ballot.poll_id) == col(Poll.id))
        .where(Ballot.member_id == member_id, col(Poll.is_secret).is_(False))
        .order_by(col(Poll.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.all()


async def group_voted(session: AsyncSession, group_id: UUID) -> bool:
    """True where somebody voted as one of a group."""
    found = await session.exec(select(Ballot.id).where(Ballot.group_id == group_id).limit(1))
    return found.first() is not None

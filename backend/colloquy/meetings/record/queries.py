"""Every SELECT behind the record that is not of the log itself."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.models import Ballot, Poll


async def votes_by_member(
    session: AsyncSession, meeting_id: UUID
) -> Sequence[tuple[UUID | None, UUID | None, int]]:
    """In how many polls of a meeting each member has voted, and in which group; never what.

    Of those who left the study and have no name any more, each group's are told together.
    """
    found = await session.exec(
        select(Ballot.member_id, Ballot.group_id, func.count(col(Ballot.id)))
        .join(Poll, col(Poll.id) == col(Ballot.poll_id))
        .where(Poll.meeting_id == meeting_id)
        .group_by(col(Ballot.member_id), col(Ballot.group_id))
    )
    return found.all()

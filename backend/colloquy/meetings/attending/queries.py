"""Every SELECT about who came."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.studies.models import Member


async def member(session: AsyncSession, member_id: UUID) -> Member | None:
    """A member, for the name and group that a meeting shows."""
    return await session.get(Member, member_id)


async def members(session: AsyncSession, member_ids: Collection[UUID]) -> Sequence[Member]:
    """Members, in the order in which they were added."""
    found = await session.exec(
        select(Member).where(col(Member.id).in_(member_ids)).order_by(col(Member.id))
    )
    return found.all()

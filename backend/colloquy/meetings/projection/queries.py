"""Every SELECT about projectors."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.models import Meeting, ProjectorKey


async def key_of(session: AsyncSession, meeting_id: UUID) -> ProjectorKey | None:
    """The projector code of a meeting."""
    found = await session.exec(select(ProjectorKey).where(ProjectorKey.meeting_id == meeting_id))
    return found.first()


async def by_code(session: AsyncSession, code_hash: str) -> tuple[ProjectorKey, Meeting] | None:
    """What a projector code opens."""
    found = await session.exec(
        select(ProjectorKey, Meeting)
        .join(Meeting, col(Meeting.id) == col(ProjectorKey.meeting_id))
        .where(ProjectorKey.code_hash == code_hash)
    )
    return found.first()

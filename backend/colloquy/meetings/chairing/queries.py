"""When those who may chair were last heard of."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.ids import new_id
from colloquy.meetings.models import Sighting


async def last_seen(session: AsyncSession, meeting_id: UUID, member_id: UUID) -> datetime | None:
    """When a browser of this person was last heard of in the meeting."""
    row = await sighting(session, meeting_id, member_id)
    return row.seen_at if row else None


async def sighting(session: AsyncSession, meeting_id: UUID, member_id: UUID) -> Sighting | None:
    """The row that says when this person was last heard of."""
    found = await session.exec(
        select(Sighting).where(Sighting.meeting_id == meeting_id, Sighting.member_id == member_id)
    )
    return found.first()


async def note_sighting(
    session: AsyncSession, meeting_id: UUID, member_id: UUID, at: datetime
) -> None:
    """Keep that a browser of this person was heard of, unless a later moment is kept already."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(Sighting).values(
        id=new_id(), created_at=at, meeting_id=meeting_id, member_id=member_id, seen_at=at
    )
    await session.exec(
        statement.on_conflict_do_update(
            index_elements=["meeting_id", "member_id"],
            set_={"seen_at": statement.excluded.seen_at},
            where=col(Sighting.seen_at) < statement.excluded.seen_at,
        )
    )

"""Every SELECT about recordings of the room that a meeting itself needs."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.red_light.models import RoomRecording


async def running(session: AsyncSession, meeting_id: UUID) -> RoomRecording | None:
    """The recording of a meeting whose red light is on."""
    found = await session.exec(
        select(RoomRecording).where(
            RoomRecording.meeting_id == meeting_id, col(RoomRecording.stopped_at).is_(None)
        )
    )
    return found.first()

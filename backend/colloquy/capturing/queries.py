"""Every SELECT about the pieces and captions of a recording of the room."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.capturing.models import RoomCaption
from colloquy.core.clock import now
from colloquy.meetings.red_light.models import RoomRecording
from colloquy.studies.models import Member


async def room(session: AsyncSession, meeting_id: UUID, room_id: UUID) -> RoomRecording | None:
    """A recording of this meeting's room."""
    found = await session.exec(
        select(RoomRecording).where(
            RoomRecording.meeting_id == meeting_id, RoomRecording.id == room_id
        )
    )
    return found.first()


async def rooms(session: AsyncSession, meeting_id: UUID) -> Sequence[tuple[RoomRecording, Member]]:
    """The recordings of a meeting's room with whoever recorded, oldest first."""
    found = await session.exec(
        select(RoomRecording, Member)
        .join(Member, col(Member.id) == col(RoomRecording.member_id))
        .where(RoomRecording.meeting_id == meeting_id)
        .order_by(col(RoomRecording.lit_at))
    )
    return found.all()


async def waiting_bytes(session: AsyncSession, study_id: UUID) -> int:
    """How much a study's pieces take up that are not put together whole."""
    found = await session.exec(
        select(func.coalesce(func.sum(col(RoomRecording.size)), 0)).where(
            RoomRecording.study_id == study_id, col(RoomRecording.is_whole).is_(False)
        )
    )
    return int(found.one())


async def count_piece(session: AsyncSession, room_id: UUID, size: int) -> None:
    """Count a piece that is on disk now; two at once are both counted."""
    await session.exec(
        update(RoomRecording)
        .where(col(RoomRecording.id) == room_id)
        .values(pieces=RoomRecording.pieces + 1, size=RoomRecording.size + size, heard_at=now())
    )


async def captions(session: AsyncSession, room_id: UUID, after: int) -> Sequence[RoomCaption]:
    """The captions after so many, in order."""
    found = await session.exec(
        select(RoomCaption)
        .where(RoomCaption.room_id == room_id, RoomCaption.number > after)
        .order_by(col(RoomCaption.number))
    )
    return found.all()


async def last_caption(session: AsyncSession, room_id: UUID) -> int:
    """The number of the newest caption, 0 where there is none."""
    found = await session.exec(
        select(func.max(RoomCaption.number)).where(RoomCaption.room_id == room_id)
    )
    return found.first() or 0


async def forget_captions(session: AsyncSession, room_id: UUID) -> None:
    """Remove what was only for the moment."""
    await session.exec(delete(RoomCaption).where(col(RoomCaption.room_id) == room_id))

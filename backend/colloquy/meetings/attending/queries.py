"""Every SELECT about who came."""

from uuid import UUID

from sqlmodel import and_, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.models import MeetingEvent
from colloquy.studies.models import Member


async def has_attended(session: AsyncSession, meeting_id: UUID, member_id: UUID) -> bool:
    """True when the log says that a member was there, at the start or later."""
    found = await session.exec(
        select(MeetingEvent).where(
            MeetingEvent.meeting_id == meeting_id,
            or_(
                col(MeetingEvent.type) == "meeting_started",
                and_(
                    col(MeetingEvent.type) == "attended",
                    col(MeetingEvent.member_id) == member_id,
                ),
            ),
        )
    )
    return any(
        event.member_id == member_id
        or any(present["id"] == str(member_id) for present in event.payload["present"])
        for event in found.all()
    )


async def member(session: AsyncSession, member_id: UUID) -> Member | None:
    """A member, for the name and group that a meeting shows."""
    return await session.get(Member, member_id)

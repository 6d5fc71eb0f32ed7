"""The SELECTs that every room needs."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import String, cast
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.permissions import TABLE, Permission, Role
from colloquy.meetings.models import AgendaItem, Meeting, MeetingEvent
from colloquy.studies.models import Member, MemberState


async def meetings(session: AsyncSession, study_id: UUID) -> Sequence[Meeting]:
    """A study's meetings, newest first."""
    found = await session.exec(
        select(Meeting).where(Meeting.study_id == study_id).order_by(col(Meeting.id).desc())
    )
    return found.all()


async def meeting(session: AsyncSession, study_id: UUID, meeting_id: UUID) -> Meeting | None:
    """A meeting of this study."""
    found = await session.exec(
        select(Meeting).where(Meeting.study_id == study_id, Meeting.id == meeting_id)
    )
    return found.first()


async def has_code(session: AsyncSession, code: str) -> bool:
    """True where a meeting has this code, even one that has ended."""
    found = await session.exec(select(Meeting.id).where(Meeting.code == code))
    return found.first() is not None


async def logs_name(session: AsyncSession, study_id: UUID, wanted: str) -> bool:
    """True where the log of any meeting of a study holds these words."""
    found = await session.exec(
        select(MeetingEvent.id)
        .join(Meeting, col(Meeting.id) == col(MeetingEvent.meeting_id))
        .where(
            Meeting.study_id == study_id,
            cast(col(MeetingEvent.payload), String).contains(wanted),
        )
        .limit(1)
    )
    return found.first() is not None


async def lock_meeting(session: AsyncSession, meeting_id: UUID) -> Meeting | None:
    """A meeting as it is now, kept by this transaction until it ends; others wait their turn."""
    found = await session.exec(
        select(Meeting)
        .where(Meeting.id == meeting_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.first()


async def last_seq(session: AsyncSession, meeting_id: UUID) -> int:
    """The number of the newest event, 0 for an empty log."""
    found = await session.exec(select(Meeting.last_seq).where(Meeting.id == meeting_id))
    return found.first() or 0


async def agenda(session: AsyncSession, meeting_id: UUID) -> Sequence[AgendaItem]:
    """A meeting's agenda in order."""
    found = await session.exec(
        select(AgendaItem)
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(col(AgendaItem.position))
    )
    return found.all()


async def count_items(session: AsyncSession, study_id: UUID) -> dict[UUID, int]:
    """How long each agenda of a study is."""
    found = await session.exec(
        select(AgendaItem.meeting_id, func.count(col(AgendaItem.id)))
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(Meeting.study_id == study_id)
        .group_by(col(AgendaItem.meeting_id))
    )
    return dict(found.all())


async def events(
    session: AsyncSession, meeting_id: UUID, *, after: int = 0, limit: int | None = None
) -> Sequence[MeetingEvent]:
    """The log after a number, in order."""
    found = await session.exec(
        select(MeetingEvent)
        .where(MeetingEvent.meeting_id == meeting_id, MeetingEvent.seq > after)
        .order_by(col(MeetingEvent.seq))
        .limit(limit)
    )
    return found.all()


async def event_of(
    session: AsyncSession, meeting_id: UUID, command_id: UUID
) -> MeetingEvent | None:
    """The event that a command caused, if it was obeyed before."""
    found = await session.exec(
        select(MeetingEvent).where(
            MeetingEvent.meeting_id == meeting_id, MeetingEvent.command_id == command_id
        )
    )
    return found.first()


async def chairs(session: AsyncSession, study_id: UUID) -> Sequence[Member]:
    """Everybody in a study who may chair its meetings."""
    found = await session.exec(
        select(Member)
        .where(Member.study_id == study_id, Member.state == MemberState.ACTIVE)
        .order_by(Member.display_name, col(Member.id))
    )
    return [
        member
        for member in found.all()
        if any(Permission.MEETING_CHAIR in TABLE[Role(role)] for role in member.roles)
    ]


async def member_of(session: AsyncSession, study_id: UUID, account_id: UUID) -> UUID | None:
    """The member that an account is in a study."""
    found = await session.exec(
        select(Member.id).where(Member.study_id == study_id, Member.account_id == account_id)
    )
    return found.first()


async def takes_part(session: AsyncSession, member_id: UUID) -> bool:
    """True while a member is in the study; asked of the database afresh."""
    found = await session.exec(select(Member.state).where(Member.id == member_id))
    return found.first() == MemberState.ACTIVE


async def names(session: AsyncSession, ids: Collection[UUID]) -> dict[UUID, str]:
    """Members' display names."""
    found = await session.exec(
        select(Member.id, Member.display_name).where(col(Member.id).in_(ids))
    )
    return dict(found.all())

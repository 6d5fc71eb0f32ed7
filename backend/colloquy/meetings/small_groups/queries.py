"""Every SELECT about small groups and their notes."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.models import Meeting
from colloquy.meetings.small_groups.models import NoteUpdate, SmallGroup, SmallGroupPlace
from colloquy.studies.models import Member


async def small_group(
    session: AsyncSession, meeting_id: UUID, small_group_id: UUID
) -> SmallGroup | None:
    """A small group of this meeting."""
    found = await session.exec(
        select(SmallGroup).where(
            SmallGroup.meeting_id == meeting_id, SmallGroup.id == small_group_id
        )
    )
    return found.first()


async def lock(session: AsyncSession, small_group_id: UUID) -> SmallGroup:
    """A small group as it is now; nobody else adds to its note until this transaction ends."""
    found = await session.exec(
        select(SmallGroup)
        .where(SmallGroup.id == small_group_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.one()


async def of_meeting(session: AsyncSession, meeting_id: UUID) -> Sequence[SmallGroup]:
    """The small groups of a meeting, as they were made."""
    found = await session.exec(
        select(SmallGroup).where(SmallGroup.meeting_id == meeting_id).order_by(col(SmallGroup.id))
    )
    return found.all()


async def of_division(session: AsyncSession, division_id: UUID) -> Sequence[SmallGroup]:
    """The small groups of a division in order."""
    found = await session.exec(
        select(SmallGroup)
        .where(SmallGroup.division_id == division_id)
        .order_by(col(SmallGroup.number))
    )
    return found.all()


async def is_placed(session: AsyncSession, small_group_id: UUID, member_id: UUID) -> bool:
    """True while a member is in a small group."""
    found = await session.exec(
        select(SmallGroupPlace.id).where(
            SmallGroupPlace.small_group_id == small_group_id,
            SmallGroupPlace.member_id == member_id,
        )
    )
    return found.first() is not None


async def open_places(
    session: AsyncSession, member_id: UUID, meeting_id: UUID | None = None
) -> Sequence[tuple[SmallGroupPlace, SmallGroup]]:
    """Where a member is now, in small groups that have not been called back."""
    query = (
        select(SmallGroupPlace, SmallGroup)
        .join(SmallGroup, col(SmallGroup.id) == col(SmallGroupPlace.small_group_id))
        .where(SmallGroupPlace.member_id == member_id, col(SmallGroup.frozen_at).is_(None))
    )
    if meeting_id:
        query = query.where(SmallGroup.meeting_id == meeting_id)
    return (await session.exec(query)).all()


async def is_anybody_out(session: AsyncSession, meeting_id: UUID) -> bool:
    """True while people of a meeting are in their small groups."""
    found = await session.exec(
        select(SmallGroup.id)
        .where(
            SmallGroup.meeting_id == meeting_id,
            col(SmallGroup.opened_at).is_not(None),
            col(SmallGroup.frozen_at).is_(None),
        )
        .limit(1)
    )
    return found.first() is not None


async def stakeholder_groups(
    session: AsyncSession, member_ids: Collection[UUID]
) -> dict[UUID, UUID | None]:
    """The stakeholder group of each member."""
    found = await session.exec(
        select(Member.id, Member.group_id).where(col(Member.id).in_(member_ids))
    )
    return dict(found.all())


async def additions(
    session: AsyncSession, small_group_id: UUID, *, after: int
) -> Sequence[NoteUpdate]:
    """What was added to a note after a number, in order."""
    found = await session.exec(
        select(NoteUpdate)
        .where(NoteUpdate.small_group_id == small_group_id, NoteUpdate.seq > after)
        .order_by(col(NoteUpdate.seq))
    )
    return found.all()


async def forget_additions(session: AsyncSession, small_group_id: UUID) -> None:
    """Let go of what has been merged into the whole."""
    await session.exec(delete(NoteUpdate).where(col(NoteUpdate.small_group_id) == small_group_id))


async def open_in_study(session: AsyncSession, study_id: UUID) -> Sequence[UUID]:
    """The small groups of a study that people are in now."""
    found = await session.exec(
        select(SmallGroup.id)
        .join(Meeting, col(Meeting.id) == col(SmallGroup.meeting_id))
        .where(
            Meeting.study_id == study_id,
            col(SmallGroup.opened_at).is_not(None),
            col(SmallGroup.frozen_at).is_(None),
        )
    )
    return found.all()

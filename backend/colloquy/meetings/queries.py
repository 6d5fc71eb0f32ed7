"""Every SELECT about meetings."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import String, cast
from sqlmodel import and_, col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.permissions import Role
from colloquy.comments.models import Comment, Place
from colloquy.meetings.models import (
    AgendaItem,
    Ballot,
    Meeting,
    MeetingEvent,
    MeetingInvitation,
    Poll,
)
from colloquy.people.models import Account
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


async def votes_by_group(session: AsyncSession, poll_id: UUID) -> Sequence[tuple[UUID | None, str]]:
    """Every vote of a poll with the voter's stakeholder group, and not the voter."""
    found = await session.exec(
        select(Member.group_id, Ballot.choice)
        .join(Member, col(Member.id) == col(Ballot.member_id))
        .where(Ballot.poll_id == poll_id)
    )
    return found.all()


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


async def votes_of(session: AsyncSession, meeting_id: UUID, member_id: UUID) -> dict[UUID, str]:
    """A member's own votes in a meeting."""
    found = await session.exec(
        select(Ballot.poll_id, Ballot.choice)
        .join(Poll, col(Poll.id) == col(Ballot.poll_id))
        .where(Poll.meeting_id == meeting_id, Ballot.member_id == member_id)
    )
    return dict(found.all())


async def comments(
    session: AsyncSession, study_id: UUID, meeting_id: UUID
) -> Sequence[tuple[Comment, str]]:
    """The comments made in a meeting and not withdrawn, with their authors' names, oldest first."""
    found = await session.exec(
        select(Comment, Member.display_name)
        .join(Member, col(Member.id) == col(Comment.member_id))
        .where(
            Comment.study_id == study_id,
            Comment.place == Place.MEETING,
            Comment.place_id == meeting_id,
            col(Comment.withdrawn_at).is_(None),
        )
        .order_by(col(Comment.id))
    )
    return found.all()


async def member(session: AsyncSession, member_id: UUID) -> Member | None:
    """A member, for the name and group that a meeting shows."""
    return await session.get(Member, member_id)


async def names(session: AsyncSession, ids: Collection[UUID]) -> dict[UUID, str]:
    """Members' display names."""
    found = await session.exec(
        select(Member.id, Member.display_name).where(col(Member.id).in_(ids))
    )
    return dict(found.all())


async def invitable(session: AsyncSession, meeting: Meeting) -> Sequence[tuple[Member, Account]]:
    """Those a meeting's invitation goes to: the panel of its groups, and every chair."""
    found = await session.exec(
        select(Member, Account)
        .join(Account, col(Account.id) == col(Member.account_id))
        .where(
            Member.study_id == meeting.study_id,
            col(Member.state).in_((MemberState.INVITED, MemberState.ACTIVE)),
        )
        .order_by(col(Member.id))
    )
    return [
        (row, account)
        for row, account in found.all()
        if Role.CHAIR in row.roles
        or (
            Role.PANEL in row.roles
            and (not meeting.group_ids or str(row.group_id) in meeting.group_ids)
        )
    ]


async def invited(session: AsyncSession, meeting_id: UUID) -> set[UUID]:
    """Members who have been sent a link to the meeting."""
    found = await session.exec(
        select(MeetingInvitation.member_id).where(MeetingInvitation.meeting_id == meeting_id)
    )
    return set(found.all())

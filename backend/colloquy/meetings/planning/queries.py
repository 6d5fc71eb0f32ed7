"""Every SELECT about whom a meeting asks."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.permissions import Role
from colloquy.meetings.models import Meeting, MeetingInvitation
from colloquy.people.models import Account
from colloquy.studies.models import Member, MemberState


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

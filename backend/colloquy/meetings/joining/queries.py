"""Every SELECT about joining."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.models import Meeting, MeetingState
from colloquy.people.models import Account
from colloquy.studies.models import Member, Study
from colloquy.studies.queries import PRESENT


async def meeting_by_code(session: AsyncSession, code: str) -> Meeting | None:
    """The meeting with this code, until it has ended."""
    found = await session.exec(
        select(Meeting).where(Meeting.code == code, Meeting.state != MeetingState.ENDED)
    )
    return found.first()


async def member_with_address(
    session: AsyncSession, study_id: UUID, email: str
) -> tuple[Member, Account] | None:
    """Whoever takes part in a study, or is invited to, under this address; in a rehearsal nobody."""
    found = await session.exec(
        select(Member, Account)
        .join(Account, col(Account.id) == col(Member.account_id))
        .join(Study, col(Study.id) == col(Member.study_id))
        .where(
            Member.study_id == study_id,
            col(Study.rehearses_id).is_(None),
            Account.email == email.strip().lower(),
            col(Member.state).in_(PRESENT),
        )
    )
    return found.first()

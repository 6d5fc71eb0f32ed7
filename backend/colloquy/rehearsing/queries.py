"""Every SELECT about rehearsals."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.models import Ballot
from colloquy.people.models import Account
from colloquy.rehearsing.models import Rehearsal
from colloquy.rehearsing.policy import NOWHERE
from colloquy.studies.models import Member


async def rehearsal_in(session: AsyncSession, study_id: UUID) -> Rehearsal | None:
    """The rehearsal that a study was made for."""
    found = await session.exec(select(Rehearsal).where(Rehearsal.study_id == study_id))
    return found.first()


async def rehearsal_of(session: AsyncSession, meeting_id: UUID) -> Rehearsal | None:
    """The rehearsal of a meeting that runs now."""
    found = await session.exec(select(Rehearsal).where(Rehearsal.of_meeting_id == meeting_id))
    return found.first()


async def rehearsals_of_study(session: AsyncSession, study_id: UUID) -> Sequence[Rehearsal]:
    """Every rehearsal of a study's meetings."""
    found = await session.exec(select(Rehearsal).where(Rehearsal.of_study_id == study_id))
    return found.all()


async def count_running(session: AsyncSession) -> int:
    """How many rehearsals there are at all."""
    found = await session.exec(select(func.count()).select_from(Rehearsal))
    return found.one()


async def simulated(session: AsyncSession, study_id: UUID) -> Sequence[Member]:
    """The simulated people of a study, in the order in which they were made."""
    found = await session.exec(
        select(Member)
        .join(Account, col(Account.id) == col(Member.account_id))
        .where(Member.study_id == study_id, col(Account.email).endswith(NOWHERE))
        .order_by(col(Member.id))
    )
    return found.all()


async def times_voted(session: AsyncSession, poll_id: UUID) -> dict[UUID, int]:
    """How often each member has voted in a poll: not what."""
    found = await session.exec(
        select(Ballot.member_id, col(Ballot.obeyed)).where(Ballot.poll_id == poll_id)
    )
    return {member_id: 1 + len(obeyed) for member_id, obeyed in found.all() if member_id}

"""Who came to a meeting: written into its log once for each person."""

from collections.abc import Collection
from uuid import UUID, uuid5

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.errors import NotFound
from colloquy.core.events import announce
from colloquy.core.runtime import Runtime
from colloquy.meetings import folding, log
from colloquy.meetings.attending import queries
from colloquy.meetings.attending.messages import CameLate
from colloquy.meetings.facts import Attendee
from colloquy.meetings.log import Said
from colloquy.meetings.models import Meeting
from colloquy.meetings.state import LiveState
from colloquy.studies.models import Member


async def note(runtime: Runtime, meeting_id: UUID, member_ids: Collection[UUID]) -> None:
    """Write that people came in, if the meeting runs, for those who were not there before."""
    async with runtime.reading() as session:
        if not _missing(await folding.read_state(session, meeting_id), member_ids):
            return
    async with runtime.unit_of_work() as session:
        meeting = await log.lock(session, meeting_id)
        missing = _missing(await folding.read_state(session, meeting_id), member_ids)
        for attendee in await find_attendees(session, missing):
            await _write(session, meeting, attendee)


async def attend(session: AsyncSession, meeting: Meeting, member_id: UUID) -> None:
    """Write that a person came in; the caller holds the lock and knows that they were not there."""
    await _write(session, meeting, await find_attendee(session, member_id))


async def find_attendees(session: AsyncSession, member_ids: Collection[UUID]) -> list[Attendee]:
    """Members as everybody in a meeting sees them."""
    return [_attendee(member) for member in await queries.members(session, member_ids)]


async def find_attendee(session: AsyncSession, member_id: UUID) -> Attendee:
    """A member as everybody in a meeting sees them."""
    member = await queries.member(session, member_id)
    if member is None:
        raise NotFound
    return _attendee(member)


async def read_attendee(runtime: Runtime, member_id: UUID) -> Attendee:
    """The same, in a session of its own."""
    async with runtime.reading() as session:
        return await find_attendee(session, member_id)


def _missing(state: LiveState, member_ids: Collection[UUID]) -> list[UUID]:
    return sorted(set(member_ids) - state.people.keys()) if state.phase == "live" else []


def _attendee(member: Member) -> Attendee:
    return Attendee(id=member.id, name=member.display_name, group_id=member.group_id)


async def _write(session: AsyncSession, meeting: Meeting, attendee: Attendee) -> None:
    await log.append(
        session,
        meeting,
        Said("attended", {"attendee": attendee}),
        by=attendee.id,
        command_id=uuid5(meeting.id, str(attendee.id)),
    )
    await announce(session, CameLate(meeting, attendee))

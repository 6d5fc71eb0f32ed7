"""Who came to a meeting: written into its log once for each person."""

from uuid import UUID, uuid5

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.errors import NotFound
from colloquy.core.events import announce
from colloquy.core.runtime import Runtime
from colloquy.meetings import folding, log
from colloquy.meetings.attending import queries
from colloquy.meetings.attending.messages import CameLate
from colloquy.meetings.facts import Attendee
from colloquy.meetings.log import Said
from colloquy.meetings.models import Meeting, MeetingState


async def note(runtime: Runtime, meeting_id: UUID, actor: Actor) -> None:
    """Write that a person came in, if the meeting runs and they were not there before."""
    async with runtime.reading() as session:
        meeting = await session.get_one(Meeting, meeting_id)
        if meeting.state != MeetingState.LIVE:
            return
        if await queries.has_attended(session, meeting_id, actor.member_id):
            return
    async with runtime.unit_of_work() as session:
        meeting = await log.lock(session, meeting_id)
        state = await folding.read_state(session, meeting_id)
        if state.phase == "live" and actor.member_id not in state.people:
            await attend(session, meeting, actor.member_id)


async def attend(session: AsyncSession, meeting: Meeting, member_id: UUID) -> None:
    """Write that a person came in; the caller holds the lock and knows that they were not there."""
    attendee = await find_attendee(session, member_id)
    await log.append(
        session,
        meeting,
        Said("attended", {"attendee": attendee}),
        by=member_id,
        command_id=uuid5(meeting.id, str(member_id)),
    )
    await announce(session, CameLate(meeting, attendee))


async def find_attendee(session: AsyncSession, member_id: UUID) -> Attendee:
    """A member as everybody in a meeting sees them."""
    member = await queries.member(session, member_id)
    if member is None:
        raise NotFound
    return Attendee(id=member.id, name=member.display_name, group_id=member.group_id)


async def read_attendee(runtime: Runtime, member_id: UUID) -> Attendee:
    """The same, in a session of its own."""
    async with runtime.reading() as session:
        return await find_attendee(session, member_id)

"""Who is in which small group: rows beside the log, so that a note knows its readers."""

from uuid import UUID, uuid5

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import outbox
from colloquy.core.ids import new_id
from colloquy.meetings import folding, log
from colloquy.meetings.attending.messages import CameLate
from colloquy.meetings.envelope import LOOK_AGAIN, Envelope
from colloquy.meetings.log import Said
from colloquy.meetings.small_groups import queries
from colloquy.meetings.small_groups.fold import Division
from colloquy.meetings.small_groups.frames import note_channel
from colloquy.meetings.small_groups.models import SmallGroupPlace
from colloquy.meetings.state import LiveState
from colloquy.methods.dividing import best_place
from colloquy.studies.messages import MemberGone
from colloquy.studies.queries import member_of_account


async def place(
    session: AsyncSession, meeting_id: UUID, member_id: UUID, small_group_id: UUID
) -> None:
    """Put a member into a small group, out of the one where they were."""
    await release(session, meeting_id, member_id)
    session.add(SmallGroupPlace(small_group_id=small_group_id, member_id=member_id))
    await session.flush()


async def release(session: AsyncSession, meeting_id: UUID, member_id: UUID) -> None:
    """Free a member's place; whoever no longer belongs there stops hearing of its note at once."""
    for row, group in await queries.open_places(session, member_id, meeting_id):
        await session.delete(row)
        look_again(session, group.id)
    await session.flush()


def look_again(session: AsyncSession, small_group_id: UUID) -> None:
    """Ask everybody who follows a note to check whether they still may."""
    outbox.tell(session, note_channel(small_group_id), Envelope(0, LOOK_AGAIN, "", "").pack())


def find_best(state: LiveState, division: Division, stakeholder_group: UUID | None) -> UUID:
    """The smallest small group; among equals, where fewest are of the same stakeholder group."""
    groups = [
        [_name(state.people[member_id].group_id) for member_id in group.member_ids]
        for group in division.groups
    ]
    return division.groups[best_place(groups, _name(stakeholder_group))].id


async def place_late_comer(session: AsyncSession, came: CameLate) -> None:
    """Whoever of the panel comes while people are in small groups goes where they fit best."""
    meeting, attendee = came.meeting, came.attendee
    if attendee.group_id is None or not await queries.is_anybody_out(session, meeting.id):
        return
    state = await folding.read_state(session, meeting.id)
    if state.division is None or state.division.group_of(attendee.id):
        return
    small_group_id = find_best(state, state.division, attendee.group_id)
    await place(session, meeting.id, attendee.id, small_group_id)
    said = {"small_group_id": small_group_id, "member_id": attendee.id}
    await log.append(
        session,
        meeting,
        Said("small_group_member_placed", said),
        by=attendee.id,
        command_id=uuid5(small_group_id, str(attendee.id)),
    )


async def free_places(session: AsyncSession, event: MemberGone) -> None:
    """Whoever is no longer in the study has no place in any small group, and reads no note."""
    member = await member_of_account(session, event.study_id, event.account_id)
    if member is None:
        return
    for _, group in await queries.open_places(session, member.id):
        meeting = await log.lock(session, group.meeting_id)
        await release(session, meeting.id, member.id)
        said = Said("small_group_member_released", {"member_id": member.id})
        await log.append(session, meeting, said, by=None, command_id=new_id())
    for small_group_id in await queries.open_in_study(session, event.study_id):
        look_again(session, small_group_id)


def _name(group_id: UUID | None) -> str | None:
    return str(group_id) if group_id else None

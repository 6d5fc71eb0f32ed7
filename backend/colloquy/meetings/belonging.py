"""What meetings do when somebody leaves the study, or one of its groups is to go."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import outbox
from colloquy.core.errors import Conflict
from colloquy.core.ids import new_id
from colloquy.meetings import folding, log, queries
from colloquy.meetings.envelope import channel, look_again
from colloquy.meetings.log import Said
from colloquy.meetings.models import MeetingState
from colloquy.meetings.polling.queries import group_voted
from colloquy.meetings.red_light.service import end_running
from colloquy.meetings.state import LiveState
from colloquy.studies.messages import GroupRemoving, MemberGone


async def cut_off(session: AsyncSession, event: MemberGone) -> None:
    """Whoever is no longer in the study follows none of its meetings, from this moment on.

    In a meeting that runs they lose their hand, the floor and the chair.
    """
    member_id = await queries.member_of(session, event.study_id, event.account_id)
    for meeting in await queries.meetings(session, event.study_id):
        if meeting.state == MeetingState.LIVE and member_id:
            await _take_everything(session, meeting.id, member_id)
        outbox.tell(session, channel(meeting.id), look_again(event.account_id).pack())


async def keep_group(session: AsyncSession, event: GroupRemoving) -> None:
    """Refuse to lose a group that a meeting is for, or whose people were in one."""
    wanted = str(event.group_id)
    meetings = await queries.meetings(session, event.study_id)
    is_asked = any(wanted in meeting.group_ids for meeting in meetings)
    has_voted = await group_voted(session, event.group_id)
    if is_asked or has_voted or await queries.logs_name(session, event.study_id, wanted):
        raise Conflict(
            f"Meetings refer to the group “{event.name}”, so it stays. You can rename it."
        )


async def _take_everything(session: AsyncSession, meeting_id: UUID, member_id: UUID) -> None:
    meeting = await log.lock(session, meeting_id)
    state = await folding.read_state(session, meeting_id)
    if state.recording and state.recording.by == member_id:
        await end_running(session, meeting_id)
    for said in _losses(state, member_id):
        await log.append(session, meeting, said, by=None, command_id=new_id())


def _losses(state: LiveState, member_id: UUID) -> list[Said]:
    """The events by which a person loses what they have in a meeting."""
    losses: list[Said] = []
    if state.phase != "live":
        return losses
    if state.has_hand(member_id):
        losses.append(Said("hand_lowered", {"member_id": member_id}))
    if state.floor and state.floor.member_id == member_id:
        losses.append(Said("floor_ended", {"member_id": member_id}))
    if state.chair and state.chair.member_id == member_id:
        losses.append(Said("chair_left", {}))
    if state.recording and state.recording.by == member_id:
        losses.append(Said("recording_stopped", {"recording_id": state.recording.id}))
    return losses

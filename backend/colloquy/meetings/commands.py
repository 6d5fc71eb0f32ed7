"""The chair's and the participants' commands: checked against the state, written as one event each."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, NotFound
from colloquy.core.hub import Hub
from colloquy.meetings import attendance, log, policy, polls, presence, service
from colloquy.meetings.log import Said
from colloquy.meetings.messages import Attendee
from colloquy.meetings.models import AgendaItem, Meeting, MeetingState
from colloquy.meetings.schemas import (
    AddItem,
    ClosePoll,
    EndFloor,
    EndMeeting,
    GiveFloor,
    LowerHand,
    MeetingCommand,
    OpenPoll,
    PresentItem,
    RaiseHand,
    Start,
    WithdrawHand,
)
from colloquy.meetings.state import LiveState
from colloquy.theory.service import freeze


@dataclass(frozen=True, slots=True)
class Room:
    """What a command is checked against: the locked meeting and its state."""

    session: AsyncSession
    hub: Hub
    actor: Actor
    meeting: Meeting
    state: LiveState


async def obey(
    session: AsyncSession, hub: Hub, actor: Actor, meeting_id: UUID, command: MeetingCommand
) -> int:
    """Do what a member asks, once; answers the number of the event that it caused."""
    if not policy.can_obey(actor, command.type):
        raise Forbidden("Only the chair or a facilitator of the study does this.")
    meeting = await log.lock(session, meeting_id)
    if earlier := await log.find_earlier(
        session, meeting, by=actor.member_id, command_id=command.command_id
    ):
        return earlier
    state = await log.read_state(session, meeting_id)
    policy.expect_phase(state, "lobby" if command.type == "start" else "live")
    if state.phase == "live" and actor.member_id not in state.people:
        await attendance.attend(session, meeting, actor.member_id)
    said = await HANDLERS[command.type](Room(session, hub, actor, meeting, state), command)
    event = await log.append(
        session, meeting, said, by=actor.member_id, command_id=command.command_id
    )
    tag = ":".join(event.type.rsplit("_", 1))
    record(session, actor, f"meeting:{tag}", meeting.id, seq=event.seq)
    return event.seq


async def _start(room: Room, _command: Start) -> Said:
    room.meeting.state, room.meeting.started_at = MeetingState.LIVE, now()
    versions = [item.version_id for item in room.state.agenda if item.version_id]
    await freeze(room.session, room.actor, versions, f"the meeting “{room.meeting.title}”")
    here = {
        present.id: Attendee(**present.model_dump(exclude={"is_away"}))
        for present in await presence.who_is_here(room.hub, room.meeting.id)
    }
    me = room.actor.member_id
    here.setdefault(me, await attendance.find_attendee(room.session, me))
    return Said("meeting_started", {"present": list(here.values())})


async def _present(room: Room, command: PresentItem) -> Said:
    if room.state.item(command.item_id) is None:
        raise NotFound("This point is not on the agenda.")
    if room.state.shown and room.state.shown.item_id == command.item_id:
        raise Conflict("This point is on show already.")
    return Said("item_presented", {"item_id": command.item_id})


async def _add_item(room: Room, command: AddItem) -> Said:
    (drafted,) = await service.draft_items(room.session, room.actor, [command])
    item = AgendaItem(
        meeting_id=room.meeting.id, position=len(room.state.agenda), **drafted.model_dump()
    )
    room.session.add(item)
    await room.session.flush()
    if item.version_id:
        await freeze(
            room.session, room.actor, [item.version_id], f"the meeting “{room.meeting.title}”"
        )
    return Said("agenda_item_added", {"item": drafted})


async def _raise_hand(room: Room, _command: RaiseHand) -> Said:
    if room.state.has_hand(room.actor.member_id):
        raise Conflict("Your hand is up already.")
    if room.state.floor and room.state.floor.member_id == room.actor.member_id:
        raise Conflict("You have the floor already.")
    return Said("hand_raised", {})


async def _withdraw_hand(room: Room, _command: WithdrawHand) -> Said:
    if not room.state.has_hand(room.actor.member_id):
        raise Conflict("Your hand is not up.")
    return Said("hand_lowered", {"member_id": room.actor.member_id})


async def _lower_hand(room: Room, command: LowerHand) -> Said:
    if not room.state.has_hand(command.member_id):
        raise Conflict("This hand is not up any more.")
    return Said("hand_lowered", {"member_id": command.member_id})


async def _give_floor(room: Room, command: GiveFloor) -> Said:
    if command.member_id not in room.state.people and command.member_id != room.actor.member_id:
        raise NotFound("This person is not in the meeting.")
    if room.state.floor and room.state.floor.member_id == command.member_id:
        raise Conflict("This person has the floor already.")
    return Said("floor_given", {"member_id": command.member_id})


async def _end_floor(room: Room, _command: EndFloor) -> Said:
    if room.state.floor is None:
        raise Conflict("Nobody has the floor.")
    if not policy.can_end_floor(room.actor, room.state):
        raise Forbidden("Only the speaker or the chair ends a turn.")
    return Said("floor_ended", {"member_id": room.state.floor.member_id})


async def _open_poll(room: Room, command: OpenPoll) -> Said:
    if room.state.open_poll:
        raise Conflict("A poll is open already. Close it before you open the next one.")
    if command.item_id and room.state.item(command.item_id) is None:
        raise NotFound("This point is not on the agenda.")
    question = await polls.open_poll(room.session, room.meeting, command)
    return Said("poll_opened", {"poll": question})


async def _close_poll(room: Room, command: ClosePoll) -> Said:
    poll = next((poll for poll in room.state.polls if poll.id == command.poll_id), None)
    if poll is None:
        raise NotFound("There is no such poll in this meeting.")
    if poll.closed_at:
        raise Conflict("This poll has been closed already.")
    result = await polls.close_poll(room.session, room.meeting, command.poll_id)
    return Said("poll_closed", {"poll_id": command.poll_id, "result": result})


async def _end(room: Room, _command: EndMeeting) -> Said:
    if room.state.open_poll:
        raise Conflict("A poll is still open. Close it first, so that every vote is counted.")
    room.meeting.state, room.meeting.ended_at = MeetingState.ENDED, now()
    return Said("meeting_ended", {})


HANDLERS: dict[str, Callable[[Room, Any], Awaitable[Said]]] = {
    "start": _start,
    "present": _present,
    "add_item": _add_item,
    "raise_hand": _raise_hand,
    "withdraw_hand": _withdraw_hand,
    "lower_hand": _lower_hand,
    "give_floor": _give_floor,
    "end_floor": _end_floor,
    "open_poll": _open_poll,
    "close_poll": _close_poll,
    "end": _end,
}

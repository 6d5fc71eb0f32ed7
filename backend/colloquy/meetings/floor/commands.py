"""The commands of the floor: checked against the state, written as one event each."""

from colloquy.core.errors import Conflict, Forbidden, NotFound
from colloquy.meetings import queries
from colloquy.meetings.chairing.policy import holds_chair
from colloquy.meetings.floor.policy import has_floor
from colloquy.meetings.floor.schemas import (
    EndFloor,
    GiveFloor,
    LowerHand,
    RaiseHand,
    SetQueue,
    WithdrawHand,
)
from colloquy.meetings.log import Said
from colloquy.meetings.scene import Handlers, Scene


async def _raise_hand(scene: Scene, command: RaiseHand) -> Said:
    if scene.state.has_hand(scene.actor.member_id):
        raise Conflict("Your hand is up already.")
    if scene.state.floor and scene.state.floor.member_id == scene.actor.member_id:
        raise Conflict("You have the floor already.")
    return Said("hand_raised", {"kind": command.kind})


async def _withdraw_hand(scene: Scene, _command: WithdrawHand) -> Said:
    if not scene.state.has_hand(scene.actor.member_id):
        raise Conflict("Your hand is not up.")
    return Said("hand_lowered", {"member_id": scene.actor.member_id})


async def _lower_hand(scene: Scene, command: LowerHand) -> Said:
    if not scene.state.has_hand(command.member_id):
        raise Conflict("This hand is not up any more.")
    return Said("hand_lowered", {"member_id": command.member_id})


async def _give_floor(scene: Scene, command: GiveFloor) -> Said:
    if command.member_id not in scene.state.people and command.member_id != scene.actor.member_id:
        raise NotFound("This person is not in the meeting.")
    if not await queries.takes_part(scene.session, command.member_id):
        raise Conflict("This person is no longer in the study, so they cannot speak here.")
    if scene.state.paused_at:
        raise Conflict("The meeting is paused. Resume it, then give the floor.")
    if scene.state.floor and scene.state.floor.member_id == command.member_id:
        raise Conflict("This person has the floor already.")
    return Said("floor_given", {"member_id": command.member_id})


async def _end_floor(scene: Scene, _command: EndFloor) -> Said:
    if scene.state.floor is None:
        raise Conflict("Nobody has the floor.")
    if not (has_floor(scene.actor, scene.state) or holds_chair(scene.actor, scene.state)):
        raise Forbidden("Only the speaker or the chair ends a turn.")
    return Said("floor_ended", {"member_id": scene.state.floor.member_id})


async def _set_queue(scene: Scene, command: SetQueue) -> Said:
    if scene.state.queue == command.order:
        raise Conflict("The hands are in this order already.")
    return Said("queue_set", {"order": command.order})


HANDLERS: Handlers = {
    "raise_hand": _raise_hand,
    "withdraw_hand": _withdraw_hand,
    "lower_hand": _lower_hand,
    "give_floor": _give_floor,
    "end_floor": _end_floor,
    "set_queue": _set_queue,
}

"""The commands that pass the chair on: checked against the state, written as one event each."""

from colloquy.core.errors import Conflict, NotFound
from colloquy.meetings import queries
from colloquy.meetings.attending import presence
from colloquy.meetings.chairing import service
from colloquy.meetings.chairing.policy import holds_chair
from colloquy.meetings.chairing.schemas import HandChair, TakeChair
from colloquy.meetings.log import Said
from colloquy.meetings.scene import Handlers, Scene


async def _hand(scene: Scene, command: HandChair) -> Said:
    if command.member_id == scene.actor.member_id:
        raise Conflict("You hold the chair already.")
    if command.member_id not in scene.state.people:
        raise NotFound("This person is not in the meeting.")
    if command.member_id not in {
        chair.id for chair in await queries.chairs(scene.session, scene.meeting.study_id)
    }:
        raise Conflict(
            "This person may not chair meetings of this study. The study lead can give them the "
            "role of a chair."
        )
    return Said("chair_handed", {"member_id": command.member_id})


async def _take(scene: Scene, _command: TakeChair) -> Said:
    if holds_chair(scene.actor, scene.state):
        raise Conflict("You hold the chair already.")
    away_since = None
    if seat := scene.state.chair:
        here = {one.id for one in await presence.who_is_here(scene.hub, scene.meeting.id)}
        away_since = await service.expect_free(scene, seat, here)
    return Said("chair_taken", {"away_since": away_since})


HANDLERS: Handlers = {
    "hand_chair": _hand,
    "take_chair": _take,
}

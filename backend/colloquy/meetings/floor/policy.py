"""Who asks for the floor, who gives it, and who sees it."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.meetings.floor.fold import FloorPart

P = Permission

NEEDS = {
    "raise_hand": P.MEETING_ATTEND,
    "withdraw_hand": P.MEETING_ATTEND,
    "lower_hand": P.MEETING_CHAIR,
    "give_floor": P.MEETING_CHAIR,
    "end_floor": P.MEETING_ATTEND,
    "set_queue": P.MEETING_CHAIR,
}
"""What a member must be allowed for each command."""

AUDIENCE = {
    "hand_raised": P.MEETING_ATTEND,
    "hand_lowered": P.MEETING_ATTEND,
    "floor_given": P.MEETING_ATTEND,
    "floor_ended": P.MEETING_ATTEND,
    "queue_set": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""


def has_floor(actor: Actor, state: FloorPart) -> bool:
    """True while a person's own turn runs."""
    return state.floor is not None and state.floor.member_id == actor.member_id

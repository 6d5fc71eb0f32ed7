"""Who may do and see what in a meeting."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission, Role
from colloquy.core.errors import Conflict
from colloquy.meetings.models import Meeting
from colloquy.meetings.state import LiveState, Phase

P = Permission

NEEDS: dict[str, Permission] = {
    "start": P.MEETING_CHAIR,
    "present": P.MEETING_CHAIR,
    "add_item": P.MEETING_CHAIR,
    "raise_hand": P.MEETING_ATTEND,
    "withdraw_hand": P.MEETING_ATTEND,
    "lower_hand": P.MEETING_CHAIR,
    "give_floor": P.MEETING_CHAIR,
    "end_floor": P.MEETING_ATTEND,
    "open_poll": P.MEETING_CHAIR,
    "close_poll": P.MEETING_CHAIR,
    "end": P.MEETING_CHAIR,
}
"""What a member must be allowed for each command."""

AUDIENCE: dict[str, Permission] = {
    "agenda_set": P.MEETING_ATTEND,
    "meeting_started": P.MEETING_ATTEND,
    "attended": P.MEETING_ATTEND,
    "agenda_item_added": P.MEETING_ATTEND,
    "item_presented": P.MEETING_ATTEND,
    "hand_raised": P.MEETING_ATTEND,
    "hand_lowered": P.MEETING_ATTEND,
    "floor_given": P.MEETING_ATTEND,
    "floor_ended": P.MEETING_ATTEND,
    "poll_opened": P.MEETING_ATTEND,
    "poll_closed": P.MEETING_ATTEND,
    "comment_arrived": P.MEETING_ATTEND,
    "meeting_ended": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event; an event that is not here goes to nobody."""

WRONG_PHASE: dict[Phase, str] = {
    "lobby": "The meeting has not begun yet. The chair starts it.",
    "live": "The meeting has begun already.",
    "ended": "The meeting has ended, so nothing in it can be changed any more.",
}


def can_attend(actor: Actor, meeting: Meeting) -> bool:
    """The team and the chair come to every meeting; the panel to those its groups are asked to."""
    if not actor.may(P.MEETING_ATTEND):
        return False
    is_asked = not meeting.group_ids or str(actor.group_id) in meeting.group_ids
    return is_asked or actor.is_team or Role.CHAIR in actor.roles


def can_see(actor: Actor, event_type: str) -> bool:
    """The one rule for the state by HTTP and for every frame of the socket."""
    needed = AUDIENCE.get(event_type)
    return needed is not None and actor.may(needed)


def can_obey(actor: Actor, command_type: str) -> bool:
    """True when the member's role includes the command."""
    return actor.may(NEEDS[command_type])


def can_end_floor(actor: Actor, state: LiveState) -> bool:
    """Speakers end their own turn, the chair anybody's."""
    is_own = state.floor is not None and state.floor.member_id == actor.member_id
    return is_own or actor.may(P.MEETING_CHAIR)


def expect_phase(state: LiveState, phase: Phase) -> None:
    """Refuse what does not belong to this part of the meeting."""
    if state.phase != phase:
        raise Conflict(WRONG_PHASE[state.phase])

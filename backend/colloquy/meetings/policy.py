"""Who may do and see what in a meeting."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission, Role
from colloquy.core.errors import Conflict
from colloquy.meetings.attending import policy as attending
from colloquy.meetings.chairing import policy as chairing
from colloquy.meetings.commenting import policy as commenting
from colloquy.meetings.deciding import policy as deciding
from colloquy.meetings.floor import policy as floor
from colloquy.meetings.models import Meeting
from colloquy.meetings.planning import policy as planning
from colloquy.meetings.polling import policy as polling
from colloquy.meetings.red_light import policy as red_light
from colloquy.meetings.running import policy as running
from colloquy.meetings.small_groups import policy as small_groups
from colloquy.meetings.state import LiveState, Phase

P = Permission

NEEDS: dict[str, Permission] = {
    **running.NEEDS,
    **chairing.NEEDS,
    **floor.NEEDS,
    **polling.NEEDS,
    **small_groups.NEEDS,
    **commenting.NEEDS,
    **deciding.NEEDS,
    **red_light.NEEDS,
}
"""What a member must be allowed for each command."""

AUDIENCE: dict[str, Permission] = {
    **planning.AUDIENCE,
    **running.AUDIENCE,
    **attending.AUDIENCE,
    **chairing.AUDIENCE,
    **floor.AUDIENCE,
    **polling.AUDIENCE,
    **commenting.AUDIENCE,
    **small_groups.AUDIENCE,
    **deciding.AUDIENCE,
    **red_light.AUDIENCE,
}
"""What a member must be allowed to be told of each event; an event that is not here goes to nobody."""

PHASES: dict[str, tuple[Phase, ...]] = {"start": ("lobby",), **polling.PHASES}

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


def hidden_from(actor: Actor) -> frozenset[str]:
    """The types of events that this member is not told."""
    return frozenset(type_ for type_ in AUDIENCE if not can_see(actor, type_))


def can_obey(actor: Actor, command_type: str) -> bool:
    """True when the member's role includes the command."""
    return actor.may(NEEDS[command_type])


def needs_the_chair(command_type: str) -> bool:
    """True for what only the one person who holds the chair does."""
    is_chairs = NEEDS[command_type] == P.MEETING_CHAIR
    return is_chairs and command_type not in chairing.WITHOUT_THE_CHAIR


def phases_of(command_type: str) -> tuple[Phase, ...]:
    """The parts of a meeting in which a command is obeyed."""
    return PHASES.get(command_type, ("live",))


def expect_phase(state: LiveState, *phases: Phase) -> None:
    """Refuse what does not belong to this part of the meeting."""
    if state.phase not in phases:
        raise Conflict(WRONG_PHASE[state.phase])

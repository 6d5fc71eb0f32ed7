"""Who may take the chair, who sees who holds it, and what only its holder does."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.meetings.chairing.fold import ChairingPart

P = Permission

NEEDS = {
    "hand_chair": P.MEETING_CHAIR,
    "take_chair": P.MEETING_CHAIR,
}
"""What a member must be allowed for each command."""

AUDIENCE = {
    "chair_handed": P.MEETING_ATTEND,
    "chair_taken": P.MEETING_ATTEND,
    "chair_left": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""

WITHOUT_THE_CHAIR = frozenset({"start", "take_chair"})
"""What somebody who may chair does without holding the chair."""


def holds_chair(actor: Actor, state: ChairingPart) -> bool:
    """True for the one person who holds the chair now."""
    return state.chair is not None and state.chair.member_id == actor.member_id

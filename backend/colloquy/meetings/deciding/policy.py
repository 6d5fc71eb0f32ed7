"""Who notes decisions and actions, and who sees them."""

from colloquy.access.permissions import Permission

P = Permission

NEEDS = {
    "note_outcome": P.MEETING_CHAIR,
    "correct_outcome": P.MEETING_CHAIR,
    "withdraw_outcome": P.MEETING_CHAIR,
}
"""What a member must be allowed for each command."""

AUDIENCE = {
    "outcome_noted": P.MEETING_ATTEND,
    "outcome_corrected": P.MEETING_ATTEND,
    "outcome_withdrawn": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""

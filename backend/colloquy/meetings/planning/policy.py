"""Who sees the plan."""

from colloquy.access.permissions import Permission

P = Permission

AUDIENCE = {
    "agenda_set": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""

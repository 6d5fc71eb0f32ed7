"""Who puts questions to the room, and who sees them."""

from colloquy.access.permissions import Permission

P = Permission

NEEDS = {
    "open_poll": P.MEETING_CHAIR,
    "close_poll": P.MEETING_CHAIR,
}
"""What a member must be allowed for each command."""

AUDIENCE = {
    "poll_opened": P.MEETING_ATTEND,
    "poll_closed": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""

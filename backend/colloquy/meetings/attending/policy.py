"""Who sees who came."""

from colloquy.access.permissions import Permission

P = Permission

AUDIENCE = {
    "attended": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""

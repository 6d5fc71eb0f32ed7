"""Who is told of comments."""

from colloquy.access.permissions import Permission

P = Permission

AUDIENCE = {
    "comment_arrived": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""

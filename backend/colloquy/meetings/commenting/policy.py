"""Who is told of comments, and who marks them to be raised."""

from colloquy.access.permissions import Permission

P = Permission

NEEDS = {
    "mark_comment": P.MEETING_CHAIR,
}
"""What a member must be allowed for each command."""

AUDIENCE = {
    "comment_arrived": P.MEETING_ATTEND,
    # the chair's own list: nobody should wonder why their comment is not on it
    "comment_marked": P.MEETING_CHAIR,
}
"""What a member must be allowed to be told of each event."""

"""Who puts questions to the room, and who sees them."""

from typing import Literal

from colloquy.access.permissions import Permission

P = Permission

NEEDS = {
    "open_poll": P.MEETING_CHAIR,
    "close_poll": P.MEETING_CHAIR,
    "release_poll": P.MEETING_CHAIR,
}
"""What a member must be allowed for each command."""

AUDIENCE = {
    "poll_opened": P.MEETING_ATTEND,
    "poll_closed": P.MEETING_ATTEND,
    "poll_released": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""

PHASES: dict[str, tuple[Literal["lobby", "live", "ended"], ...]] = {
    "release_poll": ("live", "ended"),
}
"""When a command is obeyed that is not for the running meeting alone."""

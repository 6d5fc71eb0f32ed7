"""Who runs the agenda, and who sees it run."""

from colloquy.access.permissions import Permission

P = Permission

NEEDS = {
    "start": P.MEETING_CHAIR,
    "pause": P.MEETING_CHAIR,
    "resume": P.MEETING_CHAIR,
    "add_item": P.MEETING_CHAIR,
    "move_item": P.MEETING_CHAIR,
    "time_item": P.MEETING_CHAIR,
    "present": P.MEETING_CHAIR,
    "skip": P.MEETING_CHAIR,
    "put_back": P.MEETING_CHAIR,
    "end": P.MEETING_CHAIR,
}
"""What a member must be allowed for each command."""

AUDIENCE = {
    "meeting_started": P.MEETING_ATTEND,
    "meeting_paused": P.MEETING_ATTEND,
    "meeting_resumed": P.MEETING_ATTEND,
    "agenda_item_added": P.MEETING_ATTEND,
    "agenda_item_moved": P.MEETING_ATTEND,
    "agenda_item_timed": P.MEETING_ATTEND,
    "item_presented": P.MEETING_ATTEND,
    "item_skipped": P.MEETING_ATTEND,
    "item_put_back": P.MEETING_ATTEND,
    "meeting_ended": P.MEETING_ATTEND,
}
"""What a member must be allowed to be told of each event."""

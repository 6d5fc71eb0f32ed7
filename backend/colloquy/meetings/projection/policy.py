"""What the wall is told."""

AUDIENCE = frozenset(
    {
        "agenda_set",
        "meeting_started",
        "meeting_paused",
        "meeting_resumed",
        "meeting_ended",
        "agenda_item_added",
        "agenda_item_moved",
        "agenda_item_timed",
        "item_presented",
        "item_skipped",
        "item_put_back",
        "attended",
        "hand_raised",
        "hand_lowered",
        "floor_given",
        "floor_ended",
        "poll_opened",
        "poll_closed",
        "poll_released",
        "small_groups_made",
        "small_groups_sent",
        "small_groups_warned",
        "small_groups_recalled",
        "recording_started",
        "recording_stopped",
    }
)
"""The events that what is on the wall is made of; an event that is not here changes nothing there.

Who attended is among them for one thing: the name of whoever speaks.
"""


def can_see(event_type: str) -> bool:
    """True for what the wall is made of."""
    return event_type in AUDIENCE

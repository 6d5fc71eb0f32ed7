"""What attending announces to the rooms above."""

from dataclasses import dataclass

from colloquy.meetings.facts import Attendee
from colloquy.meetings.models import Meeting


@dataclass(frozen=True, slots=True)
class CameLate:
    """Somebody came into a meeting that runs; it is locked."""

    meeting: Meeting
    attendee: Attendee

"""What running a meeting announces to the rooms above."""

from dataclasses import dataclass

from colloquy.meetings.models import Meeting


@dataclass(frozen=True, slots=True)
class MeetingEnding:
    """A meeting is about to end; it is locked."""

    meeting: Meeting

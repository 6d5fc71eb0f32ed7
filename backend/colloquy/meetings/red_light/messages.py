"""What recording the room announces to the features above."""

from dataclasses import dataclass

from colloquy.core.settings import Settings
from colloquy.meetings.red_light.models import RoomRecording


@dataclass(frozen=True, slots=True)
class RoomRecordingBegan:
    """A browser is about to record the room; whoever cannot take it in refuses."""

    room: RoomRecording
    settings: Settings


@dataclass(frozen=True, slots=True)
class RoomRecordingEnded:
    """The red light went off; the last pieces may still be on their way."""

    room: RoomRecording

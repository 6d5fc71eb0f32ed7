"""What the log says of recording the room, and the captions that are told beside it."""

from typing import Literal, TypeAlias
from uuid import UUID

from colloquy.meetings.facts import Event, Fact


class RecordingAsked(Event):
    """Everybody here was asked whether they agree to being recorded; whoever asks agrees."""

    type: Literal["recording_asked"]


class RecordingAnswered(Event):
    """Somebody agreed, or did not, or changed their mind; for those who may record alone."""

    type: Literal["recording_answered"]
    agrees: bool


class RecordingStarted(Event):
    """The red light is on; `by` records with their own browser and agrees by doing so."""

    type: Literal["recording_started"]
    recording_id: UUID
    has_captions: bool


class RecordingStopped(Event):
    """The red light is off: by whoever may record, or because the recorder left the study."""

    type: Literal["recording_stopped"]
    recording_id: UUID


class Caption(Fact):
    """A few words as a machine heard them just now, checked by nobody; told and never kept.

    `skipped` seconds before them were not heard, because the machine could not keep up.
    """

    type: Literal["caption"]
    recording_id: UUID
    number: int
    text: str
    skipped: float


RedLightEvent: TypeAlias = RecordingAsked | RecordingAnswered | RecordingStarted | RecordingStopped

"""What comes in about recording the room."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from colloquy.meetings.schemas import Command

MediaType = Annotated[str, Field(pattern=r"^audio/(webm|mp4|ogg)(;.*)?$", max_length=100)]


class AskRecording(Command):
    """Ask everybody here whether they agree to the meeting being recorded."""

    type: Literal["ask_recording"]


class AnswerRecording(Command):
    """Agree to the meeting being recorded, or not; the last answer counts."""

    type: Literal["answer_recording"]
    agrees: bool


class StartRecording(Command):
    """Begin to record the room with my browser.

    `has_asked_the_room` says that people without a page of their own were asked aloud and agree.
    """

    type: Literal["start_recording"]
    recording_id: UUID
    media_type: MediaType
    has_asked_the_room: Literal[True]
    has_captions: bool
    takes_over: bool = False


class StopRecording(Command):
    """End the recording that runs."""

    type: Literal["stop_recording"]


RedLightCommand = AskRecording | AnswerRecording | StartRecording | StopRecording

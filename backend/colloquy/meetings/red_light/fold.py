"""Whether the room is being recorded, and who agreed to that."""

from datetime import datetime
from typing import Any
from uuid import UUID

from colloquy.meetings.facts import Changes, Event, Fact, Steps
from colloquy.meetings.red_light.events import (
    RecordingAnswered,
    RecordingAsked,
    RecordingStarted,
)


class RecordingNow(Fact):
    """The recording that is being made: by whose browser, and since when."""

    id: UUID
    by: UUID | None
    since: datetime
    has_captions: bool


class RedLightPart(Fact):
    """The recording that runs, when people were asked for it, and what they answered."""

    recording: RecordingNow | None
    recording_asked_at: datetime | None
    recording_answers: dict[UUID, bool]


BEGINNING: dict[str, Any] = {
    "recording": None,
    "recording_asked_at": None,
    "recording_answers": {},
}


def _ask(state: RedLightPart, event: RecordingAsked) -> Changes:
    return {"recording_asked_at": event.at, **_answered(state, event, agrees=True)}


def _answer(state: RedLightPart, event: RecordingAnswered) -> Changes:
    return _answered(state, event, agrees=event.agrees)


def _start(state: RedLightPart, event: RecordingStarted) -> Changes:
    recording = RecordingNow(
        id=event.recording_id, by=event.by, since=event.at, has_captions=event.has_captions
    )
    return {"recording": recording, **_answered(state, event, agrees=True)}


def _stop(_state: RedLightPart, _event: Event) -> Changes:
    return {"recording": None}


def _answered(state: RedLightPart, event: Event, *, agrees: bool) -> Changes:
    if event.by is None:
        return {}
    return {"recording_answers": state.recording_answers | {event.by: agrees}}


STEPS: Steps = {
    "recording_asked": _ask,
    "recording_answered": _answer,
    "recording_started": _start,
    "recording_stopped": _stop,
    "meeting_ended": _stop,
}

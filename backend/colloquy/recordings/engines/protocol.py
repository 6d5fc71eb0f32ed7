"""What every engine does, so that nobody above needs to know which one is at work."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from colloquy.recordings.transcript import Segment

# Whisper's own ladder: a window that comes out badly is tried again with more freedom
TEMPERATURES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Options:
    """How to listen; the defaults are what we advise for meetings.

    `language` None lets the engine decide, once or, where it `is_multilingual`, every half minute.
    `start` in seconds resumes a transcription from the end of its last finished segment.
    `duration` in seconds spares an engine the counting, where it has been counted before.
    `hotwords` are words to expect, such as titles.
    """

    language: str | None = None
    beam_size: int = 5
    temperatures: tuple[float, ...] = TEMPERATURES
    is_multilingual: bool = False
    has_voice_filter: bool = True
    has_word_times: bool = True
    conditions_on_previous_text: bool = False
    hotwords: str | None = None
    start: float = 0.0
    duration: float | None = None

    def as_settings(self) -> dict[str, str | int | float | bool | None]:
        """What a transcript says about how it was made."""
        return {
            "language": self.language,
            "several_languages": self.is_multilingual,
            "beam_size": self.beam_size,
            "temperatures": ", ".join(str(value) for value in self.temperatures),
            "voice_filter": self.has_voice_filter,
            "word_times": self.has_word_times,
            "condition_on_previous_text": self.conditions_on_previous_text,
            "hotwords": self.hotwords,
        }


class Hearing(Protocol):
    """One recording being heard: iterate for its segments in order, stop whenever you like.

    Progress is `segment.end / duration`. `language` is empty until the first speech when the
    engine was left to decide.
    """

    @property
    def duration(self) -> float: ...

    @property
    def language(self) -> str: ...

    def __iter__(self) -> Iterator[Segment]: ...


class Transcriber(Protocol):
    """A speech engine. `load` before `transcribe`; both raise only `recordings.errors`."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def load(self, model: Path) -> None:
        """Read a model's folder or file; `EngineMissing` or `ModelUnavailable` when it cannot."""
        ...

    def transcribe(self, audio: Path, options: Options) -> Hearing:
        """Begin to hear a recording; nothing is recognised before the first segment is asked for."""
        ...

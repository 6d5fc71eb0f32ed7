"""What Whisper made of a recording, as plain data: no database, no engine, no file format."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Flag(StrEnum):
    """Why a segment should be listened to before it is believed (see `guard`)."""

    REPEATED = "repeated"
    LOOP = "loop"
    INVENTED = "invented"
    COMPRESSIBLE = "compressible"


@dataclass(frozen=True, slots=True)
class Word:
    """One word; times in seconds from the start of the recording, probability 0 to 1."""

    start: float
    end: float
    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of speech, about a sentence; times in seconds from the start of the recording.

    What an engine does not tell (a segment read back from WebVTT, say) is None.
    """

    start: float
    end: float
    text: str
    words: tuple[Word, ...] = ()
    average_logprob: float | None = None
    no_speech_probability: float | None = None
    flags: tuple[Flag, ...] = ()
    speaker: str | None = None

    def moved(self, seconds: float) -> "Segment":
        """The same segment so many seconds later."""
        words = tuple(
            replace(word, start=word.start + seconds, end=word.end + seconds) for word in self.words
        )
        return replace(self, start=self.start + seconds, end=self.end + seconds, words=words)


@dataclass(frozen=True, slots=True)
class Transcript:
    """The whole of a recording in words, and how it was made, so that it can be signed."""

    segments: tuple[Segment, ...]
    language: str = ""
    duration: float = 0.0
    engine: str = ""
    engine_version: str = ""
    model: str = ""
    settings: Mapping[str, str | int | float | bool | None] = field(
        default_factory=dict[str, str | int | float | bool | None]
    )
    checked_by: str | None = None
    is_edited_after_check: bool = False

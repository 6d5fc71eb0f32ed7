"""What the workers are asked to do with recordings."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from colloquy.core.jobs import JobPayload
from colloquy.core.queue import Lane


class TranscribeRecording(JobPayload):
    """Turn a recording into the transcript that waits for it."""

    kind: ClassVar[str] = "transcribe_recording"
    lane: ClassVar[Lane] = Lane.LONG
    transcript_id: UUID


class WriteTranscriptFiles(JobPayload):
    """Write a transcript's files afresh after it was corrected."""

    kind: ClassVar[str] = "write_transcript_files"
    transcript_id: UUID


class AlignBySound(JobPayload):
    """Find where a recording lies in another of the same moment, whose start is known."""

    kind: ClassVar[str] = "align_by_sound"
    lane: ClassVar[Lane] = Lane.LIVE
    recording_id: UUID
    other_id: UUID


class NameVoices(JobPayload):
    """Say who speaks in a transcript, by a source (see `voices.schemas`)."""

    kind: ClassVar[str] = "name_voices"
    lane: ClassVar[Lane] = Lane.LIVE
    transcript_id: UUID
    source: str
    named_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class WordsWanted:
    """Whoever knows words of this study that may be spoken adds them to the list."""

    study_id: UUID
    words: list[str]

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


@dataclass(frozen=True, slots=True)
class WordsWanted:
    """Whoever knows words of this study that may be spoken adds them to the list."""

    study_id: UUID
    words: list[str]

"""What comes in and goes out about who spoke."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import BaseModel, model_validator


class Source(StrEnum):
    """Where it is known from who spoke."""

    LOG = "log"
    TRACKS = "tracks"
    NAMES = "names"
    DIARIZER = "diarizer"


class NamedTranscript(BaseModel):
    """A transcript whose names could be put on the words of another."""

    id: UUID
    title: str
    engine: str


class VoiceSources(BaseModel):
    """Which sources there are for a transcript."""

    sources: list[Source]
    transcripts: list[NamedTranscript]


class VoicesAsked(BaseModel):
    """Say who speaks in a transcript, by a source; for names, by which transcript."""

    source: Source
    transcript_id: UUID | None = None

    @model_validator(mode="after")
    def _names_come_from_somewhere(self) -> Self:
        if (self.source == Source.NAMES) != (self.transcript_id is not None):
            raise ValueError("Say which transcript the names come from, and only for names.")
        return self

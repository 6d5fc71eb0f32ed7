"""What was understood of a transcript's file, and where it belongs."""

from uuid import UUID

from pydantic import BaseModel, Field


class ImportPlace(BaseModel):
    """Where an existing transcript belongs: to a recording, to a meeting, or to itself."""

    file_name: str = Field(min_length=1, max_length=300)
    title: str = Field(default="", max_length=300)
    recording_id: UUID | None = None
    meeting_id: UUID | None = None


class PassageUnderstood(BaseModel):
    """A passage as it would be taken in; times in seconds, where there are any."""

    speaker: str | None
    start: float | None
    text: str


class TranscriptUnderstood(BaseModel):
    """What a file holds, before it is taken in; `doubts` say what was not understood and why."""

    form: str
    speakers: list[str]
    passages: int
    first: list[PassageUnderstood]
    doubts: list[str]


class TranscriptImported(BaseModel):
    """What became of a file of words."""

    transcript_id: UUID
    document_id: UUID
    recording_id: UUID | None

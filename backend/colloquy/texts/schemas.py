"""What comes in and goes out about documents."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from colloquy.texts.models import DocumentKind


class SpeakerRead(BaseModel):
    """A voice in a document; member and group are empty until it is known who speaks."""

    id: UUID
    label: str
    member_id: UUID | None
    member_name: str | None
    group_id: UUID | None


class SegmentRead(BaseModel):
    """A passage of a document; `start` and `end` are seconds of its recording."""

    id: UUID
    position: int
    text: str
    speaker: SpeakerRead | None
    version_id: UUID | None
    start: float | None
    end: float | None
    confidence: float | None
    flags: list[str]
    edited_at: datetime | None


class DocumentListed(BaseModel):
    """A document in a list."""

    id: UUID
    kind: DocumentKind
    title: str
    stage_id: UUID | None
    occurred_at: datetime | None
    origin_id: UUID | None
    segment_count: int
    created_at: datetime


class DocumentRead(BaseModel):
    """A document with its segments in order."""

    id: UUID
    kind: DocumentKind
    title: str
    stage_id: UUID | None
    occurred_at: datetime | None
    origin_id: UUID | None
    created_at: datetime
    is_correctable: bool
    speakers: list[SpeakerRead]
    segments: list[SegmentRead]


class SegmentUpdate(BaseModel):
    """Corrects what was heard, or who said it; what is not sent stays.

    With new words come those that were `seen`, so that nobody overwrites words they never read.
    """

    text: str | None = Field(default=None, min_length=1, max_length=20000)
    seen: str | None = Field(default=None, max_length=20000)
    speaker_id: UUID | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("Say what is to change: the text or the speaker.")
        if (self.text is None) != (self.seen is None):
            raise ValueError("Send the new words together with those that you saw before.")
        return self


class SpeakerCreate(BaseModel):
    """A voice that the transcript did not tell apart."""

    label: str = Field(min_length=1, max_length=120)
    member_id: UUID | None = None


class SpeakerUpdate(BaseModel):
    """Names a voice; with the label of another voice of the document the two become one."""

    label: str = Field(min_length=1, max_length=120)
    member_id: UUID | None = None


class SpeakerSplit(BaseModel):
    """Gives some passages of a voice to a new one."""

    label: str = Field(min_length=1, max_length=120)
    segment_ids: list[UUID] = Field(min_length=1, max_length=5000)

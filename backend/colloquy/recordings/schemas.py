"""What comes in and goes out about recordings and transcripts."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from colloquy.core.jobs import JobRead

EngineName = Literal["faster-whisper", "openai-whisper"]


class TakeIn(BaseModel):
    """What is said about a file as it is taken in (in the query: the body is the sound)."""

    file_name: str = Field(min_length=1, max_length=300)
    title: str = Field(default="", max_length=300)
    meeting_id: UUID | None = None
    starts_at: AwareDatetime | None = None
    accept_cut_off: bool = False


class RecordingUpdate(BaseModel):
    """Change what is known about a recording; a new start or meeting aligns it afresh."""

    title: str | None = Field(default=None, min_length=1, max_length=300)
    meeting_id: UUID | None = None
    starts_at: AwareDatetime | None = None


class TranscriptionAsk(BaseModel):
    """How to listen; what is left out is as the settings say."""

    engine: EngineName | None = None
    model: str = Field(default="", max_length=300)
    language: str = Field(default="", max_length=10)


class ModelOption(BaseModel):
    """A model that can be chosen, and whether it is on this machine already."""

    engine: EngineName
    model: str
    label: str
    is_here: bool
    is_default: bool


class TranscriptRead(BaseModel):
    """A transcript: how it was made, and who vouches for it."""

    id: UUID
    document_id: UUID | None
    engine: str
    engine_version: str
    model: str
    language: str
    vtt_path: str
    json_path: str
    created_at: datetime
    checked_by: str | None
    checked_at: datetime | None
    job: JobRead | None


class RecordingRead(BaseModel):
    """A recording with its transcripts, newest first."""

    id: UUID
    title: str
    file_name: str
    media_type: str
    codec: str
    size: int
    duration: float
    meeting_id: UUID | None
    meeting_title: str | None
    starts_at: datetime | None
    created_at: datetime
    transcripts: list[TranscriptRead]


class RecordingDetail(RecordingRead):
    """A recording with its waveform: the loudest moment (0–1) of each equal stretch."""

    peaks: list[float]

"""Audio of a meeting and the transcripts made of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from colloquy.core.database import Moment, Row


class Recording(Row, table=True):
    """An audio file taken in; `starts_at` is the moment its first second was recorded."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id", index=True)
    title: str
    file_name: str = Field(description="as it was called where it came from")
    path: str = Field(description="relative to the recordings folder")
    sha256: str = Field(index=True)
    size: int = Field(description="bytes")
    media_type: str
    codec: str
    duration: float = Field(description="seconds")
    starts_at: datetime | None = Field(default=None, sa_type=Moment)
    peaks: list[float] = Field(default_factory=list, sa_type=JSON, description="waveform, 0–1")
    uploaded_by: UUID = Field(foreign_key="member.id")


class Transcript(Row, table=True):
    """What an engine makes of a recording; its words are the segments of a document."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    recording_id: UUID = Field(foreign_key="recording.id", index=True, ondelete="CASCADE")
    document_id: UUID | None = Field(
        default=None,
        foreign_key="document.id",
        index=True,
        ondelete="CASCADE",
        description="empty until the engine is done",
    )
    job_id: UUID | None = Field(default=None, foreign_key="job.id")
    engine: str
    engine_version: str = ""
    model: str
    language: str
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    vtt_path: str = Field(default="", description="relative to the transcripts folder")
    json_path: str = ""
    checked_by: UUID | None = Field(default=None, foreign_key="member.id")
    checked_at: datetime | None = Field(default=None, sa_type=Moment)

"""Audio of a meeting, whose voices are on which track, and the transcripts made of it.

A recording has one sound that is played, drawn and aligned. Where every speaker has a track of
their own, `Track` rows say whose voice each is: either a side of that sound (`channel`), or a file
beside it (`path`), of which the sound is a mix. A recording without tracks is many voices in one.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, UniqueConstraint
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
    size: int = Field(sa_type=BigInteger, description="bytes")
    media_type: str
    codec: str
    duration: float = Field(description="seconds")
    starts_at: datetime | None = Field(default=None, sa_type=Moment)
    peaks: list[float] = Field(default_factory=list, sa_type=JSON, description="waveform, 0–1")
    sides_differ: bool = Field(
        default=False, description="stereo with, it seems, a speaker on each side"
    )
    opened_at: datetime | None = Field(
        default=None,
        sa_type=Moment,
        description="since when the team may open it; empty until consent is settled",
    )
    uploaded_by: UUID = Field(foreign_key="member.id")


class Track(Row, table=True):
    """One voice of a recording by itself: a member's, or a pseudonym's where `member_id` is empty.

    `path` is a file of its own, whose second 0 is `starts_after` seconds into the recording; it is
    empty where the track is a side of the recording's own sound, and `channel` says which (0 left,
    1 right).
    """

    __table_args__ = (UniqueConstraint("recording_id", "position"),)

    recording_id: UUID = Field(foreign_key="recording.id", index=True, ondelete="CASCADE")
    position: int
    label: str = Field(description="the name shown: the member's, or the pseudonym")
    member_id: UUID | None = Field(default=None, foreign_key="member.id", index=True)
    channel: int | None = None
    path: str = Field(default="", description="relative to the recordings folder")
    starts_after: float = Field(default=0.0, description="seconds")
    duration: float = Field(description="seconds")
    file_name: str = Field(default="", description="as it was called where it came from")
    sha256: str = Field(default="", index=True)
    size: int = Field(default=0, sa_type=BigInteger, description="bytes")


class Basis(StrEnum):
    """Why a recording may be opened, or that it may not any more."""

    FORM = "form"
    ALOUD = "aloud"
    MEETING = "meeting"
    REASON = "reason"
    CLOSED = "closed"


class ConsentNote(Row, table=True):
    """What was said about the consent of those who speak in a recording; the newest counts."""

    recording_id: UUID = Field(foreign_key="recording.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", description="who said so")
    basis: str
    words: str = ""


class Transcript(Row, table=True):
    """Words of a recording, or of a file of words that came in; they are a document's segments.

    One that came in from a file has the engine `imported` and says from which; it may belong to a
    recording, to a meeting alone, or to neither.
    """

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    recording_id: UUID | None = Field(
        default=None, foreign_key="recording.id", index=True, ondelete="CASCADE"
    )
    meeting_id: UUID | None = Field(
        default=None,
        foreign_key="meeting.id",
        index=True,
        description="where there is no recording to say it",
    )
    file_name: str = Field(default="", description="which file it was imported from")
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
    paused_at: datetime | None = Field(
        default=None, sa_type=Moment, description="what was heard before it is kept"
    )
    heard_seconds: float = Field(default=0.0, description="of sound, in the last try")
    worked_seconds: float = Field(default=0.0, description="that the engine took for it")
    vtt_path: str = Field(default="", description="relative to the transcripts folder")
    json_path: str = ""
    checked_by: UUID | None = Field(default=None, foreign_key="member.id")
    checked_at: datetime | None = Field(default=None, sa_type=Moment)

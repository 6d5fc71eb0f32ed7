"""Documents: anything that can be coded, as a list of segments with stable ids."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from colloquy.core.clock import now
from colloquy.core.database import Moment, Row


class DocumentKind(StrEnum):
    """Where a document's words come from."""

    TRANSCRIPT = "transcript"
    COMMENT = "comment"
    NOTE = "note"
    EXTRACT = "extract"
    ANSWER = "answer"


class Document(Row, table=True):
    """Words to be read and coded, with what is known about where they were said."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    kind: str
    title: str
    stage_id: UUID | None = Field(default=None, foreign_key="stage.id")
    occurred_at: datetime | None = Field(default=None, sa_type=Moment)
    origin_id: UUID | None = Field(
        default=None, index=True, description="the comment, transcript or answer it was made from"
    )
    withdrawn_at: datetime | None = Field(
        default=None, sa_type=Moment, description="its writer took the words back: nobody reads it"
    )


class Speaker(Row, table=True):
    """A voice in a document: a label until it is known to be a member."""

    __table_args__ = (UniqueConstraint("document_id", "label"),)

    document_id: UUID = Field(foreign_key="document.id", index=True, ondelete="CASCADE")
    label: str
    member_id: UUID | None = Field(default=None, foreign_key="member.id", index=True)


class Segment(Row, table=True):
    """A passage of a document; times are seconds from the start of its recording."""

    document_id: UUID = Field(foreign_key="document.id", index=True, ondelete="CASCADE")
    position: int
    text: str
    speaker_id: UUID | None = Field(default=None, foreign_key="speaker.id", index=True)
    version_id: UUID | None = Field(
        default=None,
        foreign_key="mechanism_version.id",
        index=True,
        description="the mechanism version that was under discussion",
    )
    start: float | None = None
    end: float | None = None
    words: list[dict[str, Any]] | None = Field(
        default=None, sa_type=JSON, description="start, end, text and probability of each word"
    )
    confidence: float | None = Field(
        default=None, description="0–1: how sure the attribution to speaker and mechanism is"
    )
    flags: list[str] = Field(default_factory=list, sa_type=JSON)
    edited_at: datetime | None = Field(default=None, sa_type=Moment)
    changed_at: datetime = Field(
        default_factory=now,
        sa_type=Moment,
        sa_column_kwargs={"onupdate": now},
        description="the last change of any kind, so that others who look at it can be told",
    )
    attributed_at: datetime | None = Field(
        default=None,
        sa_type=Moment,
        description="when a person said who spoke; logs leave it alone",
    )

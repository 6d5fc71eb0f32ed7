"""The codebook and the codings."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from colloquy.core.database import Moment, Row


class CodingStance(StrEnum):
    """What a passage does to the mechanism it is coded to."""

    SUPPORTS = "supports"
    CHALLENGES = "challenges"
    REFINES = "refines"
    EXTENDS = "extends"


class Code(Row, table=True):
    """A code of the study's codebook; codes form a tree."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    parent_id: UUID | None = Field(default=None, foreign_key="code.id")
    name: str
    description: str = ""
    colour: str = Field(default="#5a6472", description="#rrggbb")
    position: int = 0
    retired_at: datetime | None = Field(default=None, sa_type=Moment)


class Coding(Row, table=True):
    """A code on a passage by a coder; `start` and `end` are codepoints of the segment, half-open."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    document_id: UUID = Field(foreign_key="document.id", index=True, ondelete="CASCADE")
    segment_id: UUID = Field(foreign_key="segment.id", index=True, ondelete="CASCADE")
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    is_orphan: bool = Field(
        default=False, description="its words have gone; kept for somebody to place"
    )
    code_id: UUID | None = Field(default=None, foreign_key="code.id", index=True)
    coder_id: UUID = Field(foreign_key="member.id", index=True)
    mechanism_id: UUID | None = Field(default=None, foreign_key="mechanism.id", index=True)
    version_id: UUID | None = Field(default=None, foreign_key="mechanism_version.id", index=True)
    element: str | None = Field(default=None, description="context, resource, reasoning or outcome")
    stance: str | None = None
    memo: str = ""
    client_id: UUID = Field(
        unique=True, description="made by the browser, so that a retry is harmless"
    )
    parted_from: UUID | None = Field(
        default=None,
        description="the coding of which this is the rest, since its segment was split",
    )
    removed_at: datetime | None = Field(
        default=None, sa_type=Moment, description="taken away; kept so that this can be undone"
    )

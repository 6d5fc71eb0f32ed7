"""Mechanisms with their versions, configurations, lineage and sources."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from colloquy.core.clock import now
from colloquy.core.database import Moment, Row


class LineageKind(StrEnum):
    """How one version came from another."""

    REVISES = "revises"
    RENAMES = "renames"
    MERGES = "merges"
    SPLITS = "splits"
    FOLDS_INTO = "folds_into"
    RETIRES = "retires"
    ARISES_FROM = "arises_from"


class Level(StrEnum):
    """The level of the system that a configuration speaks of."""

    SYSTEM = "system"
    ORGANISATION = "organisation"
    TEAM = "team"
    INDIVIDUAL = "individual"


class Presence(StrEnum):
    """Whether a configuration tells of the mechanism being there or lacking."""

    PRESENT = "present"
    ABSENT = "absent"


class Mechanism(Row, table=True):
    """A named idea; its words are in its versions."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    position: int = 0
    retired_at: datetime | None = Field(default=None, sa_type=Moment)


class MechanismVersion(Row, table=True):
    """What a mechanism said at a time; frozen once it has been put before anybody."""

    __table_args__ = (UniqueConstraint("mechanism_id", "number"),)

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    mechanism_id: UUID = Field(foreign_key="mechanism.id", index=True, ondelete="CASCADE")
    stage_id: UUID = Field(foreign_key="stage.id")
    number: int
    title: str
    definition: str = ""
    plain_summary: str = ""
    change_note: str = ""
    papers: int | None = Field(
        default=None, description="papers said to support it, if only counted"
    )
    author_id: UUID | None = Field(default=None, foreign_key="member.id")
    revision: int = Field(default=1, description="goes up with every save while it is a draft")
    saved_at: datetime = Field(default_factory=now, sa_type=Moment)
    saved_by_id: UUID | None = Field(default=None, foreign_key="member.id")
    frozen_at: datetime | None = Field(default=None, sa_type=Moment)
    frozen_because: str = Field(default="", description="what it was first put into")


class Cmoc(Row, table=True):
    """A context–mechanism–outcome configuration of a version."""

    version_id: UUID = Field(foreign_key="mechanism_version.id", index=True, ondelete="CASCADE")
    position: int = 0
    level: str | None = None
    tells_of: str = Presence.PRESENT


class CmocElement(Row, table=True):
    """One context, resource, reasoning or outcome, in the order it is written."""

    cmoc_id: UUID = Field(foreign_key="cmoc.id", index=True, ondelete="CASCADE")
    position: int
    kind: str
    polarity: str | None = None
    text: str


class LineageEdge(Row, table=True):
    """How a version came about; one end is empty where something begins or ends."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    from_version_id: UUID | None = Field(
        default=None, foreign_key="mechanism_version.id", index=True, ondelete="CASCADE"
    )
    to_version_id: UUID | None = Field(
        default=None, foreign_key="mechanism_version.id", index=True, ondelete="CASCADE"
    )
    kind: str
    is_part: bool = Field(
        default=False, description="only part of the earlier version went this way"
    )
    note: str = Field(default="", description="why, and where it arose: panel, literature, data")


class Source(Row, table=True):
    """A paper, report or other document cited as evidence."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    citation: str
    doi: str = ""
    year: int | None = None


class SourceLink(Row, table=True):
    """A source behind a version, with what it says there."""

    __table_args__ = (UniqueConstraint("source_id", "version_id"),)

    source_id: UUID = Field(foreign_key="source.id", index=True, ondelete="CASCADE")
    version_id: UUID = Field(foreign_key="mechanism_version.id", index=True, ondelete="CASCADE")
    extract: str = ""
    page: str = ""

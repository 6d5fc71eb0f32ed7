"""Mechanisms with their versions, configurations, lineage and sources."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint, event, inspect
from sqlalchemy.orm import Session
from sqlmodel import Field, col, or_, select

from colloquy.core.clock import now
from colloquy.core.database import Moment, Row
from colloquy.core.errors import Conflict


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


FROZEN = "This version has been put before people, so its words stay as they are."


@event.listens_for(Session, "before_flush")
def keep_frozen_words(session: Session, _context: Any, _instances: Any) -> None:
    """Refuse to write a change to a frozen version, whichever feature asks for it."""
    for row in session.dirty | session.deleted:
        if isinstance(row, MechanismVersion) and _was_frozen(row) and _is_changed(session, row):
            raise Conflict(FROZEN)
    parts = [
        row
        for row in session.new | session.dirty | session.deleted
        if isinstance(row, Cmoc | CmocElement)
    ]
    versions = {row.version_id for row in parts if isinstance(row, Cmoc)}
    cmocs = {row.cmoc_id for row in parts if isinstance(row, CmocElement)}
    if parts and session.scalar(_frozen_among(versions, cmocs)):
        raise Conflict(FROZEN)


def _was_frozen(version: MechanismVersion) -> bool:
    history = inspect(version).attrs["frozen_at"].history
    return any([*history.deleted, *history.unchanged])


def _is_changed(session: Session, row: MechanismVersion) -> bool:
    return row in session.deleted or session.is_modified(row)


def _frozen_among(versions: set[UUID], cmocs: set[UUID]) -> Any:
    of_cmocs = select(Cmoc.version_id).where(col(Cmoc.id).in_(cmocs))
    return (
        select(MechanismVersion.id)
        .where(
            col(MechanismVersion.frozen_at).is_not(None),
            or_(col(MechanismVersion.id).in_(versions), col(MechanismVersion.id).in_(of_cmocs)),
        )
        .limit(1)
    )

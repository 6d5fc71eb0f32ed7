"""Comments: a person's words on a version, a passage of it, a statement or an agenda item."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from colloquy.core.database import Moment, Row


class Stance(StrEnum):
    """What a comment does to the thing it is about."""

    SUPPORTS = "supports"
    CHALLENGES = "challenges"
    REFINES = "refines"
    EXAMPLE = "example"
    QUESTION = "question"
    MISSING = "missing"


class Target(StrEnum):
    """What a comment can be about; an item is a part of a version, as a round asks about it."""

    VERSION = "version"
    ITEM = "item"
    STATEMENT = "statement"
    AGENDA_ITEM = "agenda_item"


class Place(StrEnum):
    """Where a comment was made."""

    ROUND = "round"
    MEETING = "meeting"
    WORKBENCH = "workbench"


class CommentStanding(StrEnum):
    """Whether the panel may read a comment made in a round; nobody decides about any other."""

    WAITING = "waiting"
    RELEASED = "released"
    WITHHELD = "withheld"


class Withholding(StrEnum):
    """Why the panel does not read a comment; a moderator's own words may say more."""

    SAID_ALREADY = "said_already"
    UNCLEAR = "unclear"
    OFF_TOPIC = "off_topic"
    NAMES_SOMEBODY = "names_somebody"
    HURTFUL = "hurtful"
    OTHER = "other"


class Comment(Row, table=True):
    """Words by a member on a target; `anchor` holds the words chosen, if some were."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True)
    target: str
    target_id: UUID = Field(index=True)
    version_id: UUID | None = Field(default=None, foreign_key="mechanism_version.id", index=True)
    part: str | None = Field(
        default=None, description="definition, plain_summary or a CMOC element's id"
    )
    anchor: dict[str, Any] | None = Field(
        default=None, sa_type=JSON, description="start, end, quote, prefix, suffix in codepoints"
    )
    stance: str | None = None
    text: str
    place: str
    place_id: UUID | None = Field(default=None, index=True, description="the round or meeting")
    client_id: UUID = Field(
        unique=True, description="made by the browser, so that a retry is harmless"
    )
    shown_at: datetime | None = Field(
        default=None,
        sa_type=Moment,
        description="since when others may read it; empty while its round is open",
    )
    edited_at: datetime | None = Field(default=None, sa_type=Moment)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)


class CommentDecision(Row, table=True):
    """What a moderator decided about a comment; without a row it waits.

    `words` are those that the panel reads; the writer's own stay in the comment.
    """

    comment_id: UUID = Field(unique=True, foreign_key="comment.id", ondelete="CASCADE")
    standing: str
    words: str = ""
    is_reworded: bool = Field(default=False, description="the words are the moderator's")
    withheld_for: str = Field(default="", description="why it is withheld, one of `Withholding`")
    reason: str = Field(default="", description="what a moderator adds, for its writer")
    decided_by: UUID = Field(foreign_key="member.id")
    decided_at: datetime = Field(sa_type=Moment)

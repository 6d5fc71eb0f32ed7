"""Asynchronous rounds: what is asked, of whom, and what was answered."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from colloquy.core.database import Moment, Row
from colloquy.methods.rules import Rule


class RoundState(StrEnum):
    """A round is built, then open, then closed."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class QuestionKind(StrEnum):
    """What is asked about an item."""

    RATING = "rating"
    VOTE = "vote"
    TEXT = "text"


class Round(Row, table=True):
    """A consultation with a window and a locked consensus rule."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    stage_id: UUID = Field(foreign_key="stage.id")
    title: str
    introduction: str = ""
    state: str = RoundState.DRAFT
    opens_at: datetime | None = Field(default=None, sa_type=Moment)
    closes_at: datetime | None = Field(default=None, sa_type=Moment)
    opened_at: datetime | None = Field(default=None, sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)
    rule: str = Field(
        default=Rule.SEVENTY_FIFTEEN,
        description="the consensus rule that decides, locked at opening",
    )


class RoundGroup(Row, table=True):
    """A stakeholder group that a round is put before."""

    __table_args__ = (UniqueConstraint("round_id", "group_id"),)

    round_id: UUID = Field(foreign_key="round.id", index=True, ondelete="CASCADE")
    group_id: UUID = Field(foreign_key="stakeholder_group.id")


class RoundItem(Row, table=True):
    """Something put before the panel: a mechanism version or a statement."""

    round_id: UUID = Field(foreign_key="round.id", index=True, ondelete="CASCADE")
    position: int
    version_id: UUID | None = Field(default=None, foreign_key="mechanism_version.id", index=True)
    statement: str = ""


class Question(Row, table=True):
    """What is asked about an item; `scale` holds low, high, bands and labels of a rating."""

    item_id: UUID = Field(foreign_key="round_item.id", index=True, ondelete="CASCADE")
    position: int
    kind: str
    prompt: str
    scale: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class Response(Row, table=True):
    """A member's present answer to a question; `rating` is empty when they were unable to say."""

    __table_args__ = (UniqueConstraint("question_id", "member_id"),)

    question_id: UUID = Field(foreign_key="question.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True)
    rating: int | None = None
    is_unable: bool = False
    vote: str | None = None
    text: str = ""
    revision: int = Field(default=1, description="counts the member's changes of mind")
    answered_at: datetime = Field(
        sa_type=Moment, description="by the browser's clock, for offline answers"
    )
    saved_at: datetime = Field(sa_type=Moment)


class Participation(Row, table=True):
    """That a member began and finished a round, and the group they answered in.

    The group is kept, so that the results of a closed round stay when somebody changes groups.
    """

    __table_args__ = (UniqueConstraint("round_id", "member_id"),)

    round_id: UUID = Field(foreign_key="round.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True)
    group_id: UUID | None = Field(default=None, foreign_key="stakeholder_group.id")
    finished_at: datetime | None = Field(default=None, sa_type=Moment)

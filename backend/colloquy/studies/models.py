"""A study, its stages and stakeholder groups, and the people in it."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from colloquy.core.database import Moment, Row


class MemberState(StrEnum):
    """How far an invitation has come."""

    INVITED = "invited"
    ACTIVE = "active"
    DECLINED = "declined"
    LEFT = "left"


class StageState(StrEnum):
    """Where a stage stands."""

    PLANNED = "planned"
    CURRENT = "current"
    CLOSED = "closed"


class AnswersOnLeaving(StrEnum):
    """What becomes of the answers to open rounds of somebody who leaves a study."""

    ANONYMISE = "anonymise"
    ERASE = "erase"


class Study(Row, table=True):
    """A realist review or evaluation."""

    title: str
    question: str = ""
    description: str = ""
    citation: str = Field(
        default="", description="where the study's structure comes from, if printed"
    )
    is_illustrative: bool = Field(default=False, description="its words are made up for the demo")
    suppress_below: int = Field(
        default=3, description="groups smaller than this are not shown alone"
    )
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    rehearses_id: UUID | None = Field(
        default=None,
        foreign_key="study.id",
        index=True,
        ondelete="CASCADE",
        description="the study of which this one rehearses a meeting, with simulated people",
    )


class Stage(Row, table=True):
    """A phase of a study: `1a`, `1b`, `2`."""

    __table_args__ = (UniqueConstraint("study_id", "label"),)

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    label: str
    title: str = ""
    position: int = 0
    state: str = StageState.PLANNED


class StakeholderGroup(Row, table=True):
    """A named part of the panel; `position` fixes its order and shape in every chart."""

    __table_args__ = (UniqueConstraint("study_id", "name"),)

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    name: str
    short_name: str
    position: int = 0
    is_public: bool = Field(default=False, description="patients, service users and carers (PPI)")


class Member(Row, table=True):
    """An account in a study: its roles, its group, and what became of the invitation."""

    __table_args__ = (UniqueConstraint("study_id", "account_id"),)

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    group_id: UUID | None = Field(default=None, foreign_key="stakeholder_group.id")
    display_name: str
    roles: list[str] = Field(default_factory=list, sa_type=JSON)
    state: str = MemberState.INVITED
    invited_at: datetime | None = Field(default=None, sa_type=Moment)
    joined_at: datetime | None = Field(default=None, sa_type=Moment)
    declined_at: datetime | None = Field(default=None, sa_type=Moment)
    decline_reason: str = ""
    decline_words: str = ""


class ConsentForm(Row, table=True):
    """What people agree to before they take part; a changed text is a new version."""

    __table_args__ = (UniqueConstraint("study_id", "version"),)

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    version: int
    text: str


class Consent(Row, table=True):
    """A member agreed to a version of the form."""

    __table_args__ = (UniqueConstraint("member_id", "form_id"),)

    member_id: UUID = Field(foreign_key="member.id", index=True, ondelete="CASCADE")
    form_id: UUID = Field(foreign_key="consent_form.id", ondelete="CASCADE")

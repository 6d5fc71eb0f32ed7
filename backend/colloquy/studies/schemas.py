"""What comes in and goes out about studies and their people."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, EmailStr, Field, StringConstraints

from colloquy.access.permissions import Permission, Role
from colloquy.people.schemas import AccountRead
from colloquy.studies.models import AnswersOnLeaving, MemberState, StageState


class StudyCreate(BaseModel):
    """A new study; whoever makes it leads it."""

    title: str = Field(min_length=1, max_length=300)
    question: str = Field(default="", max_length=2000)
    description: str = Field(default="", max_length=5000)
    consent_text: str = Field(default="", max_length=20000)


class StudyUpdate(BaseModel):
    """What a lead may change; what is not sent stays."""

    title: str | None = Field(default=None, min_length=1, max_length=300)
    question: str | None = Field(default=None, max_length=2000)
    description: str | None = Field(default=None, max_length=5000)
    suppress_below: int | None = Field(default=None, ge=2, le=20)
    consent_text: str | None = Field(default=None, max_length=20000)
    answers_on_leaving: AnswersOnLeaving | None = None


class StageCreate(BaseModel):
    """A new stage, put after the others."""

    label: str = Field(min_length=1, max_length=20)
    title: str = Field(default="", max_length=200)


class StageUpdate(BaseModel):
    """Change a stage's label or title, or say where it stands."""

    label: str | None = Field(default=None, min_length=1, max_length=20)
    title: str | None = Field(default=None, max_length=200)
    state: StageState | None = None


class StageRead(BaseModel):
    """A stage."""

    id: UUID
    label: str
    title: str
    position: int
    state: StageState


class GroupCreate(BaseModel):
    """A new stakeholder group, put after the others."""

    name: str = Field(min_length=1, max_length=120)
    short_name: str = Field(default="", max_length=20)
    is_public: bool = False


class GroupUpdate(BaseModel):
    """Change a group's names or kind; what is not sent stays."""

    name: str | None = Field(default=None, min_length=1, max_length=120)
    short_name: str | None = Field(default=None, min_length=1, max_length=20)
    is_public: bool | None = None


class Order(BaseModel):
    """Everything in a list, in the order wanted."""

    ids: list[UUID] = Field(max_length=200)


class GroupRead(BaseModel):
    """A stakeholder group; `position` fixes its shape in every chart."""

    id: UUID
    name: str
    short_name: str
    position: int
    is_public: bool


class StudyRead(BaseModel):
    """A study with its stages and groups, and what the reader may do in it."""

    id: UUID
    title: str
    question: str
    description: str
    citation: str
    is_illustrative: bool
    suppress_below: int
    answers_on_leaving: AnswersOnLeaving
    stages: list[StageRead]
    groups: list[GroupRead]
    permissions: list[Permission]


class StudyListed(BaseModel):
    """A study in a list."""

    id: UUID
    title: str
    question: str
    roles: list[Role]
    state: MemberState


class MemberInvite(BaseModel):
    """Somebody to be invited."""

    email: EmailStr
    name: str = Field(min_length=1, max_length=200)
    roles: list[Role] = Field(default_factory=lambda: [Role.PANEL], min_length=1)
    group_id: UUID | None = None


class MemberUpdate(BaseModel):
    """Change a member's roles or group."""

    roles: list[Role] | None = Field(default=None, min_length=1)
    group_id: UUID | None = None


class TakenOut(BaseModel):
    """Why somebody is taken out of a study; kept in the study's log."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class MemberRead(BaseModel):
    """A member, as the team sees them."""

    id: UUID
    display_name: str
    email: str
    roles: list[Role]
    group_id: UUID | None
    state: MemberState
    invited_at: datetime | None
    joined_at: datetime | None
    declined_at: datetime | None
    decline_reason: str
    decline_words: str
    has_consented: bool


class Recruitment(BaseModel):
    """How many of a group were invited, take part, declined, and have not answered."""

    group_id: UUID | None
    invited: int
    active: int
    declined: int
    silent: int


class MembershipRead(BaseModel):
    """One of my studies."""

    study_id: UUID
    study_title: str
    study_question: str
    member_id: UUID
    state: MemberState
    roles: list[Role]
    group_id: UUID | None
    consent_needed: bool


class Me(AccountRead):
    """The signed-in person and their studies."""

    has_password: bool
    may_have_password: bool
    memberships: list[MembershipRead]
    rehearsals: list[MembershipRead]


class ConsentRead(BaseModel):
    """What a member is asked to agree to."""

    study_title: str
    form_id: UUID | None
    version: int | None
    text: str
    given_at: datetime | None


class ConsentGiven(BaseModel):
    """A member agrees to a version of the form."""

    form_id: UUID


class Decline(BaseModel):
    """One click in the mail: not taking part, and why."""

    token: str = Field(max_length=500)
    reason: str = Field(max_length=40)
    words: str = Field(default="", max_length=2000)


class Declined(BaseModel):
    """The answer to a decline."""

    study_title: str
    reason: str
    words: str


class DeclineToken(BaseModel):
    """The secret of a decline link, to take it back."""

    token: str = Field(max_length=500)

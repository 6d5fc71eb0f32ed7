"""What comes in and goes out about rounds and their answers."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints, model_validator

from colloquy.methods.rules import Rule
from colloquy.methods.tallies import Vote
from colloquy.rounds.models import QuestionKind, RoundState
from colloquy.theory.schemas import VersionRead

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)]
Prompt = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]


class Standing(StrEnum):
    """What a round is to somebody who was asked."""

    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"


class RoundCreate(BaseModel):
    """A new draft; without a stage it belongs to the current one."""

    title: Title
    introduction: Words = ""
    stage_id: UUID | None = None
    opens_at: AwareDatetime | None = None
    closes_at: AwareDatetime | None = None
    rule: Rule = Rule.SEVENTY_FIFTEEN
    group_ids: list[UUID] = Field(default_factory=list[UUID], max_length=50)


class RoundUpdate(BaseModel):
    """Change a draft; what is not sent stays."""

    title: Title | None = None
    introduction: Words | None = None
    stage_id: UUID | None = None
    opens_at: AwareDatetime | None = None
    closes_at: AwareDatetime | None = None
    rule: Rule | None = None
    group_ids: list[UUID] | None = Field(default=None, max_length=50)


class QuestionIn(BaseModel):
    """A question about an item; an empty prompt takes the usual words of its kind."""

    kind: QuestionKind
    prompt: Prompt = ""
    points: Literal[5, 7, 9] = 9
    low_label: Label = ""
    high_label: Label = ""


class RoundItemIn(BaseModel):
    """A mechanism version or a statement; without questions it gets those usual for it."""

    version_id: UUID | None = None
    statement: Prompt = ""
    questions: list[QuestionIn] | None = Field(default=None, min_length=1, max_length=10)

    @model_validator(mode="after")
    def is_one_thing(self) -> "RoundItemIn":
        """Refuse an item that is nothing, and one that is two things."""
        if (self.version_id is None) == (not self.statement):
            raise ValueError("Choose a mechanism version or write a statement, not both.")
        return self


class RoundItemOrder(BaseModel):
    """The items of a draft in their new order."""

    item_ids: list[UUID] = Field(max_length=500)


class BandRead(BaseModel):
    """Neighbouring points that mean the same."""

    name: str
    low: int
    high: int


class ScaleRead(BaseModel):
    """Whole points from low to high, their bands, and what the ends are called."""

    low: int
    high: int
    low_label: str
    high_label: str
    bands: list[BandRead]


class QuestionRead(BaseModel):
    """A question; only a rating has a scale."""

    id: UUID
    kind: QuestionKind
    prompt: str
    scale: ScaleRead | None


class RoundItemRead(BaseModel):
    """Something put before the panel; `seconds` is about how long it takes."""

    id: UUID
    position: int
    version: VersionRead | None
    statement: str
    seconds: int
    questions: list[QuestionRead]


class RoundBrief(BaseModel):
    """What every reader is told about a round; `ended_at` is empty until it has closed."""

    id: UUID
    title: str
    state: RoundState
    closes_at: datetime | None
    ended_at: datetime | None


class RoundListed(RoundBrief):
    """A round in the team's list."""

    stage_id: UUID
    opens_at: datetime | None
    opened_at: datetime | None
    items: int
    asked: int
    finished: int


class RoundRead(RoundBrief):
    """A round as the team builds and runs it.

    `obstacles` are sentences on what stands in the way of opening it; `asked` is how many people
    are in its groups and would get a mail.
    """

    stage_id: UUID
    introduction: str
    opens_at: datetime | None
    opened_at: datetime | None
    rule: Rule
    group_ids: list[UUID]
    items: list[RoundItemRead]
    seconds: int
    asked: int
    obstacles: list[str]


class RoundGroupProgress(BaseModel):
    """Turnout of a stakeholder group: counts of people, never of answers."""

    group_id: UUID
    asked: int
    begun: int
    finished: int


class RoundProgress(BaseModel):
    """Turnout of a round."""

    asked: int
    begun: int
    finished: int
    groups: list[RoundGroupProgress]


class ResponseIn(BaseModel):
    """An answer: one of rating, unable to say, vote or text, and when it was given."""

    rating: int | None = None
    is_unable: bool = False
    vote: Vote | None = None
    text: str | None = Field(default=None, max_length=10000)
    answered_at: AwareDatetime

    @model_validator(mode="after")
    def is_one_answer(self) -> "ResponseIn":
        """Refuse an empty answer and a double one."""
        given = [self.rating is not None, self.is_unable, self.vote is not None]
        if sum([*given, self.text is not None]) != 1:
            raise ValueError("Send one of: a rating, “unable to say”, a vote, or text.")
        return self


class ResponseRead(BaseModel):
    """My answer to a question, as it stands."""

    question_id: UUID
    rating: int | None
    is_unable: bool
    vote: Vote | None
    text: str
    revision: int
    answered_at: datetime
    saved_at: datetime


class MyRoundListed(RoundBrief):
    """A round in the list of somebody who was asked."""

    standing: Standing
    questions: int
    answered: int
    seconds: int
    finished_at: datetime | None


class MyRound(RoundBrief):
    """A round as somebody who was asked sees it, with everything needed to answer offline."""

    introduction: str
    standing: Standing
    items: list[RoundItemRead]
    answers: list[ResponseRead]
    seconds: int
    finished_at: datetime | None
    suppress_below: int

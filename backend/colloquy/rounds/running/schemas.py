"""What comes in and goes out about a round that runs."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from colloquy.methods.tallies import Vote
from colloquy.rounds.answering.schemas import OtherMechanism, ResponseIn, ResponseRead

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class Because(BaseModel):
    """Why a round is changed while it runs; the panel is told, and the report quotes it."""

    reason: Reason


class Extension(Because):
    """A later closing time."""

    closes_at: AwareDatetime


class Resumption(Because):
    """A paused round goes on, with a later closing time if one is sent."""

    closes_at: AwareDatetime | None = None


class Reminding(BaseModel):
    """Whom to remind: those of some groups who have not finished, or without groups all."""

    group_ids: list[UUID] | None = Field(default=None, max_length=50)


class Reminded(BaseModel):
    """How many were reminded, and how many not because they were written to not long ago."""

    sent: int
    too_soon: int


class ChangeKind(StrEnum):
    """A deviation from the plan of a running round."""

    EXTENDED = "extended"
    PAUSED = "paused"
    RESUMED = "resumed"
    CLOSED_EARLY = "closed early"


class ChangeRead(BaseModel):
    """A deviation from the plan; `closes_at` is the new closing time where there is one."""

    kind: ChangeKind
    reason: str
    at: datetime
    closes_at: datetime | None


class LateRead(BaseModel):
    """An answer that came after the end: kept, never counted."""

    question_id: UUID
    rating: int | None
    is_unable: bool
    vote: Vote | None
    choices: list[str] | None
    text: str | None
    answered_at: datetime


class EntryMeans(StrEnum):
    """How an answer reached whoever entered it."""

    PAPER = "paper"
    TELEPHONE = "telephone"
    IN_PERSON = "in person"


class EntryIn(ResponseIn):
    """An answer entered on somebody's behalf, how they gave it, and on which day if it is known."""

    how: EntryMeans
    given_on: date | None = None


class Finishing(BaseModel):
    """Somebody has finished, as they said by these means."""

    how: EntryMeans


class EntrySheet(BaseModel):
    """What was entered for a person; what they answered themselves is theirs and not shown.

    `answered_ids` are the questions that they have answered themselves. `mechanisms` are what a
    decision can name.
    """

    member_id: UUID
    display_name: str
    group_id: UUID | None
    answers: list[ResponseRead]
    answered_ids: list[UUID]
    mechanisms: list[OtherMechanism]
    finished_at: datetime | None


class RoundStandingRead(BaseModel):
    """How a round is run: its grace, its reminders, its anonymity, and what was changed and why."""

    grace_minutes: int
    remind_hours: int | None
    next_reminder_at: datetime | None
    is_series_ended: bool
    series_ended_at: datetime | None
    changes: list[ChangeRead]

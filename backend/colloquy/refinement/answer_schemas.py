"""What a person is told of their own words: plain words only, never a code or a coder."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from colloquy.comments.schemas import StandingRead
from colloquy.refinement.models import ProposalKind
from colloquy.rounds.models import RoundState

SaidKind = Literal["comment", "answer", "speech"]
Fate = Literal["waiting", "in_discussion", "accepted", "rejected", "not_followed"]
StepKind = Literal["said", "read", "proposed", "accepted", "rejected", "not_followed"]
PlaceKind = Literal["round", "meeting", "workbench"]


class PlainVersion(BaseModel):
    """A version for reading: its plain summary, or its definition where it has none."""

    id: UUID
    title: str
    words: str


class PlainChange(BaseModel):
    """What an accepted proposal did to the theory; one side is empty where something began or ended."""

    kind: ProposalKind
    before: list[PlainVersion]
    after: list[PlainVersion]


class StepRead(BaseModel):
    """One thing that happened to somebody's words."""

    kind: StepKind
    at: datetime
    reason: str
    change: PlainChange | None


class SaidRead(BaseModel):
    """Something I said, where, about what, and what became of it.

    `moderation` tells whether the panel may read it; empty where nobody decides about that.
    """

    id: UUID
    kind: SaidKind
    words: str
    at: datetime
    place: PlaceKind
    place_title: str
    about: str | None
    moderation: StandingRead | None
    fate: Fate
    steps: list[StepRead]


class RoundPart(BaseModel):
    """My part in a round, as counts."""

    round_id: UUID
    title: str
    state: RoundState
    ratings: int
    votes: int
    texts: int
    comments: int
    finished_at: datetime | None


class TheoryChange(BaseModel):
    """A change of the theory since I took part, and whether my words are behind it."""

    at: datetime
    reason: str
    change: PlainChange
    is_mine: bool


class MyAnswer(BaseModel):
    """What I said, what became of it, and what changed in the theory since."""

    rounds: list[RoundPart]
    said: list[SaidRead]
    changes: list[TheoryChange]

"""What goes out about a round to those who are asked."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel

from colloquy.rounds.answering.next_schemas import MyIdea
from colloquy.rounds.answering.schemas import OtherMechanism, ResponseRead
from colloquy.rounds.commenting.schemas import ReleasedComment
from colloquy.rounds.models import Anonymity
from colloquy.rounds.results.figures import QuestionResult, RoundItemResult
from colloquy.rounds.running.schemas import ChangeRead, LateRead
from colloquy.rounds.schemas import RoundBrief, RoundItemRead


class Standing(StrEnum):
    """What a round is to somebody who was asked."""

    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"


class MyRoundListed(RoundBrief):
    """A round in the list of somebody who was asked."""

    standing: Standing
    questions: int
    answered: int
    seconds: int
    finished_at: datetime | None


class CarriedQuestion(BaseModel):
    """What came of a question in the round before; `result.mine` is the reader's own answer then."""

    question_id: UUID
    result: QuestionResult


class CarriedItem(BaseModel):
    """An item that was asked about before; `version_before_id` is the wording shown then, if other."""

    item_id: UUID
    round_title: str
    version_before_id: UUID | None
    questions: list[CarriedQuestion]
    comments: list[ReleasedComment]


class LiveResult(BaseModel):
    """What others have answered so far; empty until at least `needed` people have answered."""

    answered: int
    needed: int
    item: RoundItemResult | None


class MyRound(RoundBrief):
    """A round as somebody who was asked sees it, with everything needed to answer offline."""

    introduction: str
    anonymity: Anonymity
    is_real_time: bool
    standing: Standing
    items: list[RoundItemRead]
    answers: list[ResponseRead]
    carried: list[CarriedItem]
    mechanisms: list[OtherMechanism]
    ideas: list[MyIdea]
    seconds: int
    finished_at: datetime | None
    suppress_below: int
    late: list[LateRead]
    changes: list[ChangeRead]

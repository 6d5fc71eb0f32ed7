"""What goes out about a round to those who are asked."""

from datetime import datetime
from enum import StrEnum

from colloquy.rounds.answer_schemas import ResponseRead
from colloquy.rounds.models import Anonymity
from colloquy.rounds.run_schemas import ChangeRead, LateRead
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


class MyRound(RoundBrief):
    """A round as somebody who was asked sees it, with everything needed to answer offline."""

    introduction: str
    standing: Standing
    items: list[RoundItemRead]
    answers: list[ResponseRead]
    seconds: int
    finished_at: datetime | None
    suppress_below: int
    anonymity: Anonymity
    late: list[LateRead]
    changes: list[ChangeRead]

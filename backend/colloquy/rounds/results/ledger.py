"""What results are counted from: answers as plain rows, and what holds for a whole round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from colloquy.methods.rules import Rule
from colloquy.methods.scales import UnableToSay
from colloquy.rounds.answering.schemas import ResponseRead
from colloquy.rounds.models import Question
from colloquy.rounds.schemas import QuestionRead


class AnswerRow(NamedTuple):
    """An answer that can be counted, with the group its giver answered in."""

    question_id: UUID
    respondent: str
    group_id: UUID | None
    rating: int | None
    is_unable: bool
    vote: str | None
    choices: Sequence[str] | None
    is_late: bool

    @property
    def is_rated(self) -> bool:
        """True for a rating and for “unable to say”, which is an answer, too."""
        return self.rating is not None or self.is_unable


class WrittenRow(NamedTuple):
    """An answer in words, or the reason for a rating."""

    id: UUID
    question_id: UUID
    respondent: str
    member_id: UUID | None
    group_id: UUID | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one question."""

    question: Question
    shown_question: QuestionRead
    rows: Sequence[AnswerRow]
    written: Sequence[WrittenRow] = ()
    mine: ResponseRead | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """What holds for every question of a round; `names` is None for those who read no words.

    `begun` counts the people of each group who took part. A group that may not be shown in the
    turnout is shown in no question either, so that the two cannot be set against each other.
    """

    group_ids: Sequence[UUID]
    threshold: int
    rule: Rule
    unable: UnableToSay = UnableToSay.LEFT_OUT
    names: Mapping[UUID, str] | None = None
    begun: Mapping[str, int] | None = None
    shown: frozenset[str] | None = field(default=None)

    def may_show(self, found: frozenset[str]) -> frozenset[str]:
        """Keep the groups of these that the turnout shows, too."""
        return found if self.shown is None else found & self.shown

    def missing(self, group: str | None, answered: int) -> int | None:
        """How many took part and left a question out; everybody's without a group."""
        if self.begun is None:
            return None
        begun = sum(self.begun.values()) if group is None else self.begun.get(group, 0)
        return max(0, begun - answered)

"""What goes out about a closed round."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from colloquy.methods.consensus import Outcome
from colloquy.methods.rules import Rule
from colloquy.rounds.answer_schemas import ResponseRead
from colloquy.rounds.models import ItemKind, QuestionKind
from colloquy.rounds.schemas import QuestionRead, RoundBrief, RoundProgress
from colloquy.theory.schemas import VersionRead


class PointCount(BaseModel):
    """How many chose a point of the scale."""

    point: int
    count: int


class BandShare(BaseModel):
    """The part of the ratings (0 to 1) in a band; empty where nobody rated."""

    name: str
    low: int
    high: int
    share: float | None


class RatingFigures(BaseModel):
    """Ratings counted; `band` holds the median, and is empty when it lies between two."""

    rated: int
    unable: int
    counts: list[PointCount]
    bands: list[BandShare]
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    band: str | None


class GroupRating(BaseModel):
    """A group's figures; empty where the group is too small to be shown alone."""

    group_id: UUID
    figures: RatingFigures | None


class VerdictRead(BaseModel):
    """What a rule makes of an item; `is_locked` marks the rule that decides.

    `is_by_group` rules ask only the groups that may be shown. `reason` says why a rule gives no
    verdict here.
    """

    rule: Rule
    outcome: Outcome
    is_locked: bool
    is_by_group: bool
    reason: str


class RatingResult(BaseModel):
    """A rated question after the close."""

    kind: Literal[QuestionKind.RATING]
    question: QuestionRead
    mine: ResponseRead | None
    whole: RatingFigures
    groups: list[GroupRating]
    verdicts: list[VerdictRead]
    is_divided: bool


class VoteFigures(BaseModel):
    """Votes counted."""

    agree: int
    disagree: int
    passed: int


class GroupVotes(BaseModel):
    """A group's votes; empty where the group is too small to be shown alone."""

    group_id: UUID
    figures: VoteFigures | None


class VoteResult(BaseModel):
    """A question with votes after the close."""

    kind: Literal[QuestionKind.VOTE]
    question: QuestionRead
    mine: ResponseRead | None
    whole: VoteFigures
    groups: list[GroupVotes]


class OptionCount(BaseModel):
    """How many chose an option; of a ranking, how many put it first."""

    option_id: str
    count: int


class ChoiceFigures(BaseModel):
    """Choices counted; with several choices a person the counts add up to more than `answered`."""

    answered: int
    counts: list[OptionCount]


class GroupChoices(BaseModel):
    """A group's choices; empty where the group is too small to be shown alone."""

    group_id: UUID
    figures: ChoiceFigures | None


class ChoiceResult(BaseModel):
    """A choice, a ranking or a decision after the close."""

    kind: Literal[QuestionKind.CHOICE, QuestionKind.RANKING, QuestionKind.DECISION]
    question: QuestionRead
    mine: ResponseRead | None
    whole: ChoiceFigures
    groups: list[GroupChoices]


class WrittenAnswer(BaseModel):
    """Somebody's own words, for the team; no name where the round is unlinkable."""

    response_id: UUID
    member_id: UUID | None
    display_name: str
    group_id: UUID | None
    text: str


class TextResult(BaseModel):
    """A free-text question after the close; only the team reads the words of others."""

    kind: Literal[QuestionKind.TEXT, QuestionKind.MISSING]
    question: QuestionRead
    mine: ResponseRead | None
    written: int
    texts: list[WrittenAnswer] | None


QuestionResult = Annotated[
    RatingResult | VoteResult | ChoiceResult | TextResult, Field(discriminator="kind")
]


class RoundItemResult(BaseModel):
    """What came of an item."""

    id: UUID
    position: int
    kind: ItemKind
    version: VersionRead | None
    cmoc_id: UUID | None
    element_id: UUID | None
    to_element_id: UUID | None
    statement: str
    questions: list[QuestionResult]


class RoundResults(RoundBrief):
    """What came of a round; groups below `suppress_below` answers are not shown alone."""

    rule: Rule
    suppress_below: int
    progress: RoundProgress
    items: list[RoundItemResult]

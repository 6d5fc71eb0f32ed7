"""What goes out about a closed round."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from colloquy.methods.consensus import Outcome
from colloquy.methods.rules import Rule
from colloquy.methods.scales import UnableToSay
from colloquy.rounds.answering.schemas import ResponseRead
from colloquy.rounds.commenting.schemas import ReleasedComment
from colloquy.rounds.models import ItemKind, QuestionKind
from colloquy.rounds.schemas import QuestionRead, RoundBrief, Words
from colloquy.theory.schemas import VersionRead


class ItemOutcome(StrEnum):
    """What came of an item, in the words of the field.

    The first four follow from the locked rule; the others are for the team to say.
    """

    IN = "in"
    OUT = "out"
    NONE = "none"
    DIVIDED = "divided"
    TOO_GENERAL = "too general"
    MISSING = "missing"
    AGAINST_EVIDENCE = "against the evidence"


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
    """Ratings counted; `band` holds the median, and is empty when it lies between two.

    `missing` took part in the round and left the question out; it is empty where turnout is not
    told. `ai`, `ipras`, `di` and `rand` exist on nine points only.
    """

    rated: int
    unable: int
    missing: int | None
    counts: list[PointCount]
    bands: list[BandShare]
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    iqr: float | None
    p30: float | None
    p70: float | None
    ipr: float | None
    iprcp: float | None
    ai: float | None
    ipras: float | None
    di: float | None
    rand: Outcome | None
    seventy_fifteen: Outcome
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
    """A rated question after the close; `outcome` is what the locked rule makes of it.

    In a small panel the interquartile range depends on its size.
    """

    kind: Literal[QuestionKind.RATING]
    question: QuestionRead
    mine: ResponseRead | None
    whole: RatingFigures
    groups: list[GroupRating]
    verdicts: list[VerdictRead]
    outcome: ItemOutcome | None
    is_divided: bool
    is_small_panel: bool


class VoteFigures(BaseModel):
    """Votes counted."""

    agree: int
    disagree: int
    passed: int
    missing: int | None


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


class OptionRank(BaseModel):
    """The mean place that an option was put in; 1 is the first."""

    option_id: str
    mean_rank: float


class RankFigures(BaseModel):
    """Options from the most to the least preferred, and how far people rank them alike (W)."""

    order: list[OptionRank]
    w: float | None
    p: float | None


class ChoiceFigures(BaseModel):
    """Choices counted; with several choices a person the counts add up to more than `answered`."""

    answered: int
    missing: int | None
    counts: list[OptionCount]
    ranks: RankFigures | None


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


class FindingIn(BaseModel):
    """What the team makes of an item, and which words of the dissenting the panel may read."""

    outcome: ItemOutcome
    words: Words = ""
    quoted_ids: list[UUID] = Field(default_factory=list[UUID], max_length=200)


class FindingRead(BaseModel):
    """What the team made of an item."""

    outcome: ItemOutcome
    words: str


class QuoteRead(BaseModel):
    """Words of somebody who dissents, without a name; `is_quoted` once the panel may read them."""

    id: UUID
    text: str
    is_quoted: bool


class RoundItemResult(BaseModel):
    """What came of an item.

    `outcome` is the team's, and without one what the locked rule makes of the first rated question.
    The panel reads `finding`, `minority` and `comments` once the feedback has been published.
    """

    id: UUID
    position: int
    kind: ItemKind
    version: VersionRead | None
    cmoc_id: UUID | None
    element_id: UUID | None
    to_element_id: UUID | None
    statement: str
    carried_from_id: UUID | None
    outcome: ItemOutcome | None
    finding: FindingRead | None
    minority: list[QuoteRead]
    comments: list[ReleasedComment]
    questions: list[QuestionResult]


class GroupTurnout(BaseModel):
    """A group's turnout; `begun` is empty where the group is too small to be shown alone."""

    group_id: UUID
    asked: int
    begun: int | None


class Turnout(BaseModel):
    """Who took part, and how many answers came late: within the grace, or kept aside uncounted.

    `left` have since left the study; their answers are still counted, without their name.
    """

    asked: int
    begun: int
    finished: int
    left: int
    late: int
    kept_aside: int
    groups: list[GroupTurnout]


class RoundResults(RoundBrief):
    """What came of a round; groups below `suppress_below` answers are not shown alone."""

    rule: Rule
    rule_reason: str
    unable: UnableToSay
    suppress_below: int
    turnout: Turnout
    follows_id: UUID | None
    feedback_at: datetime | None
    feedback_words: str
    items: list[RoundItemResult]


class FeedbackIn(BaseModel):
    """What happens next, for the panel."""

    words: Words


class FeedbackRead(BaseModel):
    """That the feedback is there, and how many people were mailed about it now."""

    words: str
    published_at: datetime
    mails: int

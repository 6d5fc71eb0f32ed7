"""What goes out about two rounds that followed each other."""

from uuid import UUID

from pydantic import BaseModel

from colloquy.rounds.results.figures import ItemOutcome


class SideRead(BaseModel):
    """How some of the people rated in the earlier round."""

    n: int
    median: float | None
    mean: float | None


class LossRead(BaseModel):
    """The earlier ratings of those who stayed against those who left; `p` of Mann and Whitney."""

    stayed: SideRead
    left: SideRead
    p: float | None


class RatingChange(BaseModel):
    """The same people twice.

    `cv_change` is given from 30 pairs on. `loss` is empty where few people left, because their
    ratings could be worked out.
    """

    earlier: int
    later: int
    pairs: int
    changed_band: int
    share_changed: float | None
    kappa: float | None
    moved: int
    wilcoxon_p: float | None
    cv_change: float | None
    share_left: float | None
    loss: LossRead | None


class GroupChange(BaseModel):
    """A group's change; empty where it is too small, or a few of its people could be told apart."""

    group_id: UUID
    change: RatingChange | None


class QuestionChange(BaseModel):
    """A rated question that was asked in both rounds."""

    item_id: UUID
    question_id: UUID
    outcome_before: ItemOutcome | None
    whole: RatingChange | None
    groups: list[GroupChange]


class ConcordanceRead(BaseModel):
    """How far people rank the items alike (Kendall's W); `people` rated every one of them."""

    w: float | None
    p: float | None
    people: int
    left_out: int
    items: int


class RoundComparison(BaseModel):
    """What changed since the round before."""

    earlier_id: UUID
    earlier_title: str
    days_between: float | None
    concordance_before: ConcordanceRead | None
    concordance: ConcordanceRead | None
    questions: list[QuestionChange]

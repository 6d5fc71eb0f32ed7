"""Asynchronous rounds: what is asked, of whom, and what was answered."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from colloquy.core.database import Moment, Row
from colloquy.methods.rules import Rule
from colloquy.methods.scales import UnableToSay


class RoundState(StrEnum):
    """A round is built, tried out, set to open by itself, open, held for a while, and closed."""

    DRAFT = "draft"
    PILOT = "pilot"
    SCHEDULED = "scheduled"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class ItemKind(StrEnum):
    """What is put before the panel: a whole version, a part of one, or words of its own."""

    VERSION = "version"
    CMOC = "cmoc"
    ELEMENT = "element"
    LINK = "link"
    STATEMENT = "statement"
    TEXT = "text"


class QuestionKind(StrEnum):
    """What is asked about an item."""

    RATING = "rating"
    VOTE = "vote"
    CHOICE = "choice"
    RANKING = "ranking"
    DECISION = "decision"
    TEXT = "text"
    MISSING = "missing"


class Anonymity(StrEnum):
    """Who can tell whose an answer is: everybody, the team, or nobody."""

    NAMED = "named"
    PSEUDONYMOUS = "pseudonymous"
    UNLINKABLE = "unlinkable"


class ItemOrder(StrEnum):
    """Everybody the same order, or each person one of their own, the same whenever they look."""

    FIXED = "fixed"
    SHUFFLED = "shuffled"


class ItemStanding(StrEnum):
    """Where an item that a panel member wrote stands; the team's own are shown from the start."""

    WAITING = "waiting"
    SHOWN = "shown"
    REFUSED = "refused"


class Refusal(StrEnum):
    """Why a panel member's statement is not shown; their own words may say more."""

    SAID_ALREADY = "said_already"
    UNCLEAR = "unclear"
    SEVERAL_IDEAS = "several_ideas"
    OFF_TOPIC = "off_topic"
    NAMES_SOMEBODY = "names_somebody"
    HURTFUL = "hurtful"
    OTHER = "other"


class Round(Row, table=True):
    """A consultation with a window and a locked consensus rule."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    stage_id: UUID = Field(foreign_key="stage.id")
    series_id: UUID = Field(index=True, description="the first round of those that follow it")
    follows_id: UUID | None = Field(default=None, foreign_key="round.id", ondelete="SET NULL")
    title: str
    introduction: str = ""
    state: str = RoundState.DRAFT
    opens_at: datetime | None = Field(default=None, sa_type=Moment)
    closes_at: datetime | None = Field(default=None, sa_type=Moment)
    opened_at: datetime | None = Field(default=None, sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)
    grace_minutes: int = Field(default=0, description="answers so late still count, marked late")
    remind_hours: int | None = Field(
        default=None, description="at least so long between two reminders; empty: none by itself"
    )
    rule: str = Field(
        default=Rule.SEVENTY_FIFTEEN,
        description="the consensus rule that decides, locked at opening",
    )
    rule_reason: str = Field(default="", description="why this rule, for the report")
    unable: str = Field(
        default=UnableToSay.LEFT_OUT, description="what “unable to say” does to a denominator"
    )
    anonymity: str = Anonymity.PSEUDONYMOUS
    item_order: str = ItemOrder.FIXED
    order_seed: int = Field(default=0, description="with a person, gives their order of the items")
    is_real_time: bool = Field(
        default=False, description="results of an item are visible after one's own answer"
    )
    takes_statements: bool = Field(
        default=False, description="the panel may add statements of its own"
    )
    statement_policy: str = Field(default="", description="what a statement must be, for the panel")
    feedback_words: str = Field(default="", description="what happens next, for the panel")
    feedback_at: datetime | None = Field(default=None, sa_type=Moment)


class RoundGroup(Row, table=True):
    """A stakeholder group that a round is put before."""

    __table_args__ = (UniqueConstraint("round_id", "group_id"),)

    round_id: UUID = Field(foreign_key="round.id", index=True, ondelete="CASCADE")
    group_id: UUID = Field(foreign_key="stakeholder_group.id")


class RoundPilot(Row, table=True):
    """A member who tries a round out before it opens, whatever their group."""

    __table_args__ = (UniqueConstraint("round_id", "member_id"),)

    round_id: UUID = Field(foreign_key="round.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True, ondelete="CASCADE")


class RoundItem(Row, table=True):
    """Something put before the panel.

    A part of a version names its configuration (`cmoc_id`), an element also `element_id`, a link
    the elements that it leads from and to; they go empty when the draft of the version is written
    anew. A statement that a panel member wrote has an author.
    """

    round_id: UUID = Field(foreign_key="round.id", index=True, ondelete="CASCADE")
    position: int
    kind: str
    version_id: UUID | None = Field(default=None, foreign_key="mechanism_version.id", index=True)
    cmoc_id: UUID | None = Field(default=None, foreign_key="cmoc.id", ondelete="SET NULL")
    element_id: UUID | None = Field(
        default=None, foreign_key="cmoc_element.id", ondelete="SET NULL"
    )
    to_element_id: UUID | None = Field(
        default=None, foreign_key="cmoc_element.id", ondelete="SET NULL"
    )
    statement: str = Field(default="", description="the words of a statement or a free text")
    carried_from_id: UUID | None = Field(
        default=None, foreign_key="round_item.id", ondelete="SET NULL"
    )
    author_id: UUID | None = Field(default=None, foreign_key="member.id", index=True)
    standing: str = ItemStanding.SHOWN
    refused_for: str = Field(default="", description="why it was refused, one of `Refusal`")
    standing_reason: str = Field(default="", description="what a moderator adds, for its author")
    own_words: str = Field(
        default="", description="the author's, where a moderator changed the statement"
    )
    moderated_by: UUID | None = Field(default=None, foreign_key="member.id")
    client_id: UUID | None = Field(
        default=None, unique=True, description="made by the browser, so that a retry is harmless"
    )


class Question(Row, table=True):
    """What is asked about an item.

    `scale` holds low, high, bands and labels of a rating; `options` the ids and labels that a
    choice or a ranking is made from.
    """

    item_id: UUID = Field(foreign_key="round_item.id", index=True, ondelete="CASCADE")
    position: int
    kind: str
    prompt: str
    scale: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    options: list[dict[str, str]] | None = Field(default=None, sa_type=JSON)
    at_most: int | None = Field(default=None, description="how many options may be chosen")
    shared_id: UUID | None = Field(
        default=None, index=True, description="the same for a question that is put elsewhere too"
    )
    carried_from_id: UUID | None = Field(
        default=None, foreign_key="question.id", ondelete="SET NULL"
    )


class Response(Row, table=True):
    """A respondent's present answer to a question; `rating` is empty when they were unable to say.

    `respondent` is the member's id, or in an unlinkable round a keyed hash of it; then `member_id`
    is empty. `group_id` is the group they answered in, whatever group they are in later.
    """

    __table_args__ = (UniqueConstraint("question_id", "respondent"),)

    question_id: UUID = Field(foreign_key="question.id", index=True, ondelete="CASCADE")
    respondent: str = Field(index=True)
    member_id: UUID | None = Field(default=None, foreign_key="member.id", index=True)
    group_id: UUID | None = Field(default=None, foreign_key="stakeholder_group.id")
    rating: int | None = None
    is_unable: bool = False
    vote: str | None = None
    choices: list[str] | None = Field(
        default=None,
        sa_type=JSON,
        description="options chosen or in order of rank; of a decision its name, then versions",
    )
    text: str = ""
    reason: str = Field(default="", description="why an answer crossed a band, if they said")
    revision: int = Field(default=1, description="counts the respondent's changes of mind")
    is_late: bool = Field(default=False, description="came after the end, within the grace")
    entered_by: UUID | None = Field(
        default=None, foreign_key="member.id", description="who entered it on the person's behalf"
    )
    entered_how: str = Field(default="", description="paper, telephone or in person")
    given_on: date | None = Field(
        default=None, description="the day on which an entered answer was given, if it was told"
    )
    answered_at: datetime = Field(
        sa_type=Moment, description="by the browser's clock, for offline answers"
    )
    saved_at: datetime = Field(sa_type=Moment)


class LateResponse(Row, table=True):
    """An answer that came after the end: kept aside and shown to its giver, never counted."""

    question_id: UUID = Field(foreign_key="question.id", index=True, ondelete="CASCADE")
    respondent: str = Field(index=True)
    answer: dict[str, Any] = Field(sa_type=JSON, description="as it was sent")
    answered_at: datetime = Field(sa_type=Moment)


class Participation(Row, table=True):
    """That a member began and finished a round, and the group they answered in.

    The group is kept, so that the results of a closed round stay when somebody changes groups. It
    says who took part, never what they answered, so that turnout can be verified in any round.
    """

    __table_args__ = (UniqueConstraint("round_id", "member_id"),)

    round_id: UUID = Field(foreign_key="round.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True)
    group_id: UUID | None = Field(default=None, foreign_key="stakeholder_group.id")
    finished_at: datetime | None = Field(default=None, sa_type=Moment)
    withdrawn_at: datetime | None = Field(
        default=None, sa_type=Moment, description="they left the study after taking part"
    )


class Reminder(Row, table=True):
    """That a member was mailed about a round, so that nobody is asked too often."""

    round_id: UUID = Field(foreign_key="round.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True, ondelete="CASCADE")
    sent_at: datetime = Field(sa_type=Moment)


class SeriesKey(Row, table=True):
    """The key that pairs a person's answers over the rounds of an unlinkable series.

    Destroying it at the end is what makes the answers nobody's for good.
    """

    series_id: UUID = Field(unique=True, foreign_key="round.id", ondelete="CASCADE")
    secret: str | None = None
    destroyed_at: datetime | None = Field(default=None, sa_type=Moment)


class RoundChange(Row, table=True):
    """A deviation from the plan while a round ran, with its reason, for the report."""

    round_id: UUID = Field(foreign_key="round.id", index=True, ondelete="CASCADE")
    kind: str = Field(description="extended, paused, resumed or closed early")
    reason: str
    by_member_id: UUID | None = Field(default=None, foreign_key="member.id")
    details: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class RoundTemplate(Row, table=True):
    """An instrument that a study saved: questions to be asked about an item."""

    __table_args__ = (UniqueConstraint("study_id", "name"),)

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    name: str
    questions: list[dict[str, Any]] = Field(sa_type=JSON)


class ItemFinding(Row, table=True):
    """What the team made of an item's result, beyond the rule, in the words of the field."""

    __table_args__ = (UniqueConstraint("item_id"),)

    item_id: UUID = Field(foreign_key="round_item.id", ondelete="CASCADE")
    outcome: str
    words: str = Field(default="", description="what it means and what happens next")
    quoted_ids: list[str] = Field(
        default_factory=list[str],
        sa_type=JSON,
        description="answers whose words the panel may read as the minority report",
    )
    by_member_id: UUID | None = Field(default=None, foreign_key="member.id")

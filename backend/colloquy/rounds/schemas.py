"""What comes in and goes out about rounds and their answers."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints, model_validator

from colloquy.methods.rules import Rule
from colloquy.methods.scales import UnableToSay
from colloquy.rounds.models import Anonymity, ItemKind, ItemOrder, QuestionKind, RoundState
from colloquy.theory.schemas import VersionRead

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)]
Prompt = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
GraceMinutes = Annotated[int, Field(ge=0, le=7 * 24 * 60)]
RemindHours = Annotated[int, Field(ge=24, le=60 * 24)]
Option = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class RoundCreate(BaseModel):
    """A new draft; without a stage it belongs to the current one."""

    title: Title
    introduction: Words = ""
    stage_id: UUID | None = None
    opens_at: AwareDatetime | None = None
    closes_at: AwareDatetime | None = None
    grace_minutes: GraceMinutes = 0
    remind_hours: RemindHours | None = None
    rule: Rule = Rule.SEVENTY_FIFTEEN
    rule_reason: Prompt = ""
    unable: UnableToSay = UnableToSay.LEFT_OUT
    anonymity: Anonymity = Anonymity.PSEUDONYMOUS
    item_order: ItemOrder = ItemOrder.FIXED
    is_real_time: bool = False
    takes_statements: bool = False
    statement_policy: Prompt = ""
    group_ids: list[UUID] = Field(default_factory=list[UUID], max_length=50)


class RoundUpdate(BaseModel):
    """Change a draft; what is not sent stays."""

    title: Title | None = None
    introduction: Words | None = None
    stage_id: UUID | None = None
    opens_at: AwareDatetime | None = None
    closes_at: AwareDatetime | None = None
    grace_minutes: GraceMinutes | None = None
    remind_hours: RemindHours | None = None
    rule: Rule | None = None
    rule_reason: Prompt | None = None
    unable: UnableToSay | None = None
    anonymity: Anonymity | None = None
    item_order: ItemOrder | None = None
    is_real_time: bool | None = None
    takes_statements: bool | None = None
    statement_policy: Prompt | None = None
    group_ids: list[UUID] | None = Field(default=None, max_length=50)


class BandIn(BaseModel):
    """Neighbouring points of a scale that mean the same, and what they mean."""

    name: Label = Field(min_length=1)
    low: int
    high: int


class ScaleIn(BaseModel):
    """A scale of the study's own: whole points, cut into three bands without gaps."""

    low: int = Field(default=1, ge=0, le=1)
    high: int = Field(ge=3, le=11)
    low_label: Label = ""
    high_label: Label = ""
    bands: list[BandIn] = Field(min_length=3, max_length=3)

    @model_validator(mode="after")
    def covers_every_point(self) -> "ScaleIn":
        """Refuse bands that overlap, leave a point out, hold none, or share a name."""
        covered = [point for band in self.bands for point in range(band.low, band.high + 1)]
        is_empty = any(band.low > band.high for band in self.bands)
        if is_empty or covered != list(range(self.low, self.high + 1)):
            raise ValueError("The three bands must cover each point of the scale once, in order.")
        if len({band.name.casefold() for band in self.bands}) != len(self.bands):
            raise ValueError("Two bands have the same name. Name each band in its own words.")
        return self


class QuestionIn(BaseModel):
    """A question about an item; an empty prompt takes the usual words of its kind.

    A rating has the usual scale of so many points, or one of the study's own. A choice and a
    ranking have options; `at_most` says how many may be chosen.
    """

    kind: QuestionKind
    prompt: Prompt = ""
    points: Literal[5, 7, 9] = 9
    low_label: Label = ""
    high_label: Label = ""
    scale: ScaleIn | None = None
    options: list[Option] = Field(default_factory=list[str], max_length=30)
    at_most: int | None = Field(default=None, ge=1, le=30)

    @model_validator(mode="after")
    def has_its_options(self) -> "QuestionIn":
        """Refuse a choice without options, options said twice, and options where none belong."""
        needs = self.kind in (QuestionKind.CHOICE, QuestionKind.RANKING)
        if needs != bool(self.options) or len(self.options) == 1:
            raise ValueError("A choice or a ranking needs two options or more; others have none.")
        if len({option.casefold() for option in self.options}) != len(self.options):
            raise ValueError("Two options say the same. Write each option once.")
        if self.at_most and self.kind == QuestionKind.CHOICE and self.at_most > len(self.options):
            raise ValueError(f"Nobody can choose {self.at_most} of {len(self.options)} options.")
        return self


class RoundItemIn(BaseModel):
    """Something to put before the panel; without questions it gets those usual for it.

    A version, or a part of it: a whole configuration, one element, or the link from one element to
    another. Or a statement, or a free text with questions about it.
    """

    kind: ItemKind | None = None
    version_id: UUID | None = None
    cmoc_id: UUID | None = None
    element_id: UUID | None = None
    to_element_id: UUID | None = None
    statement: Prompt = ""
    questions: list[QuestionIn] | None = Field(default=None, min_length=1, max_length=10)

    @model_validator(mode="after")
    def is_one_thing(self) -> "RoundItemIn":
        """Work out what the item is; refuse nothing, two things, and a part that is not whole."""
        if (self.version_id is None) == (not self.statement):
            raise ValueError("Choose a mechanism version or write a statement, not both.")
        found = self._kind()
        if self.kind not in (None, found):
            raise ValueError(f"What was sent is a {found}, not a {self.kind}.")
        self.kind = found
        asked = {question.kind for question in self.questions or []}
        if QuestionKind.DECISION in asked and self.version_id is None:
            raise ValueError("Only a mechanism can be decided on. Ask a vote or a choice instead.")
        return self

    def _kind(self) -> ItemKind:
        if self.version_id is None:
            if self.cmoc_id or self.element_id or self.to_element_id:
                raise ValueError("A part of a mechanism comes with its version.")
            return ItemKind.TEXT if self.kind == ItemKind.TEXT else ItemKind.STATEMENT
        if (self.element_id or self.to_element_id) and not self.cmoc_id:
            raise ValueError("An element comes with its configuration.")
        if self.to_element_id:
            if not self.element_id or self.element_id == self.to_element_id:
                raise ValueError("A link leads from one element to another.")
            return ItemKind.LINK
        if self.element_id:
            return ItemKind.ELEMENT
        return ItemKind.CMOC if self.cmoc_id else ItemKind.VERSION


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


class OptionRead(BaseModel):
    """Something that can be chosen or ranked."""

    id: str
    label: str


class QuestionRead(BaseModel):
    """A question; a rating has a scale, a choice, a ranking and a decision have options."""

    id: UUID
    kind: QuestionKind
    prompt: str
    scale: ScaleRead | None
    options: list[OptionRead]
    at_most: int | None


class RoundItemRead(BaseModel):
    """Something put before the panel; `seconds` is about how long it takes.

    The configuration and elements that an item is about are found in its version by their ids.
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
    are in its groups and would get a mail. `pilot_ids` are the members who try it out first.
    """

    stage_id: UUID
    follows_id: UUID | None
    introduction: str
    opens_at: datetime | None
    opened_at: datetime | None
    grace_minutes: int
    remind_hours: int | None
    rule: Rule
    rule_reason: str
    unable: UnableToSay
    anonymity: Anonymity
    item_order: ItemOrder
    is_real_time: bool
    takes_statements: bool
    statement_policy: str
    group_ids: list[UUID]
    pilot_ids: list[UUID]
    items: list[RoundItemRead]
    seconds: int
    asked: int
    obstacles: list[str]


class RoundGroupProgress(BaseModel):
    """Turnout of a stakeholder group: counts of people, never of answers.

    `reminded` are those who were reminded at least once, the last of them at `reminded_at`;
    `remindable` those who have not finished and were not written to too short a time ago.
    """

    group_id: UUID
    asked: int
    begun: int
    finished: int
    reminded: int
    reminded_at: datetime | None
    remindable: int


class RoundProgress(BaseModel):
    """Turnout of a round; `left` took part and have since left the study.

    Nobody is reminded twice within `pause_hours`.
    """

    asked: int
    begun: int
    finished: int
    left: int
    pause_hours: int
    groups: list[RoundGroupProgress]

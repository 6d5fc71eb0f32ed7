"""What goes out about opinion groups and what their votes have in common."""

from uuid import UUID

from pydantic import BaseModel

from colloquy.methods.opinion import Direction
from colloquy.rounds.schemas import RoundBrief


class VotesCast(BaseModel):
    """Votes counted."""

    agree: int
    disagree: int
    passed: int


class GroupPlace(BaseModel):
    """Where a group is on the map: an ellipse, with the turn of its long axis in degrees.

    It follows from everybody in the group together; where a person stands is never told.
    """

    x: float
    y: float
    long: float
    short: float
    turn: float


class OpinionGroup(BaseModel):
    """A group by its key: a number, or the id of a stakeholder group.

    `size` is how many people are in it, and is empty like `place` where they are too few.
    """

    key: str
    size: int | None
    place: GroupPlace | None


class GroupOnStatement(BaseModel):
    """A group's votes on a statement; empty where they are too few to be shown."""

    key: str
    votes: VotesCast | None


class StatementByGroup(BaseModel):
    """A statement's votes by group.

    `common` is the group-informed consensus, from 0 to 1: high only where every group agrees; it
    is empty where a group's votes are.
    """

    item_id: UUID
    groups: list[GroupOnStatement]
    common: float | None


class TellingStatement(BaseModel):
    """A statement that sets a group apart: its votes, and those of everybody else."""

    item_id: UUID
    direction: Direction
    here: VotesCast
    elsewhere: VotesCast


class GroupTelling(BaseModel):
    """What sets a group apart, the strongest first."""

    key: str
    statements: list[TellingStatement]


class GroupsReading(BaseModel):
    """Groups, what they have in common, what sets each apart, and what divides them.

    `common` names statements that every group agrees with, the strongest first; `mine` my group.
    `is_partial` says that some groups are too small to be told apart.
    """

    groups: list[OpinionGroup]
    statements: list[StatementByGroup]
    common: list[UUID]
    telling: list[GroupTelling]
    divisive: list[UUID]
    mine: str | None
    is_partial: bool


class VotedStatement(BaseModel):
    """A statement with everybody's votes."""

    item_id: UUID
    text: str
    is_by_panel: bool
    votes: VotesCast


class LeftOut(BaseModel):
    """What opinion groups do without: people with too few votes, statements that were not shown."""

    people: int
    refused: int
    waiting: int


class RoundOpinions(RoundBrief):
    """How a round's statements were voted on, by opinion group and by stakeholder group.

    `refusal` says in a sentence why there are no opinion groups. `minimum` is how many people they
    need, `enough` how many votes each of them. `silhouette` is how clearly the groups stand apart
    and `bound` what it had to pass; both are empty where nothing was sought.
    """

    suppress_below: int
    minimum: int
    enough: int
    people: int
    placed: int
    left_out: LeftOut
    statements: list[VotedStatement]
    agreed: list[UUID]
    disagreed: list[UUID]
    refusal: str | None
    silhouette: float | None
    bound: float | None
    opinion: GroupsReading | None
    stakeholder: GroupsReading | None

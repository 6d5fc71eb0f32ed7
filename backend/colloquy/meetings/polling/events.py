"""What the log says of polls, and what is told beside it."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field

from colloquy.meetings.facts import Event, Fact


class PollKind(StrEnum):
    """What kind of answer a poll takes."""

    VOTE = "vote"
    RATING = "rating"
    CHOICE = "choice"
    RANKING = "ranking"
    WORDS = "words"
    DECISION = "decision"


class PollBand(Fact):
    """Neighbouring points of a scale that mean the same."""

    name: str
    low: int
    high: int


class PollScale(Fact):
    """Whole points from low to high, their bands, and what the ends are called."""

    low: int
    high: int
    low_label: str
    high_label: str
    bands: list[PollBand]


class PollQuestion(Fact):
    """A question put to the room.

    `at_most` is how many choices or words one person may give; `asked` how many people may vote;
    `quorum` how many must for the result to stand.
    """

    id: UUID
    item_id: UUID | None
    kind: PollKind
    prompt: str
    choices: list[str]
    scale: PollScale | None
    at_most: int | None
    is_secret: bool
    asked: int
    quorum: int | None


class PollFigures(Fact):
    """Votes counted: in the order of the choices, or of the points of the scale.

    Of a ranking, `counts` says how many put each choice first and `mean_ranks` its mean place.
    Everything is null where too few voted to be shown.
    """

    counts: list[int] | None
    unable: int | None
    median: float | None
    mean_ranks: list[float] | None


class PollGroup(PollFigures):
    """A stakeholder group's votes; the total is null where the group is too small to be shown."""

    group_id: UUID | None
    total: int | None


class WordCount(Fact):
    """A word and how many gave it."""

    word: str
    count: int


class PollResult(PollFigures):
    """What came of a poll: everybody's votes, then each group's."""

    total: int
    words: list[WordCount] | None
    groups: list[PollGroup]


class PollOpened(Event):
    """A question can be voted on."""

    type: Literal["poll_opened"]
    poll: PollQuestion


class PollClosed(Event):
    """Voting is over: so many voted, which may be too few for the quorum; not yet what."""

    type: Literal["poll_closed"]
    poll_id: UUID
    voted: int
    has_quorum: bool | None = Field(description="null where no quorum was asked for")


class PollReleased(Event):
    """The chair shows what came of a poll."""

    type: Literal["poll_released"]
    poll_id: UUID
    result: PollResult


class VotesCounted(Fact):
    """So many have voted in an open poll."""

    type: Literal["votes_counted"]
    poll_id: UUID
    voted: int


class VoteNoted(Fact):
    """Told to one person alone: a vote of theirs was kept, perhaps from another device."""

    type: Literal["vote_noted"]
    poll_id: UUID
    command_id: UUID


class MyVote(Fact):
    """A person's own vote in a poll; of a closed secret poll nobody knows any more what it was."""

    command_id: UUID
    rating: int | None
    is_unable: bool
    choices: list[str] | None
    words: list[str] | None
    is_forgotten: bool


PollingEvent = PollOpened | PollClosed | PollReleased

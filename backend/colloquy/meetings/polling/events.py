"""What the log says of polls, and the count that is told beside it."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.facts import Event, Fact


class PollQuestion(Fact):
    """A question put to the room."""

    id: UUID
    item_id: UUID | None
    prompt: str
    choices: list[str]


class PollGroup(Fact):
    """A stakeholder group's votes in the order of the choices; null where the group is too small."""

    group_id: UUID | None
    total: int | None
    counts: list[int] | None


class PollResult(Fact):
    """Votes counted in the order of the choices: everybody's, then each group's."""

    total: int
    counts: list[int]
    groups: list[PollGroup]


class PollOpened(Event):
    """A question can be voted on."""

    type: Literal["poll_opened"]
    poll: PollQuestion


class PollClosed(Event):
    """Voting is over, and this came of it."""

    type: Literal["poll_closed"]
    poll_id: UUID
    result: PollResult


class VotesCounted(Fact):
    """So many have voted in an open poll."""

    type: Literal["votes_counted"]
    poll_id: UUID
    voted: int


PollingEvent = PollOpened | PollClosed

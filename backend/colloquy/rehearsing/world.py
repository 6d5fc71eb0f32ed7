"""What simulated people go by, and what an act of theirs is. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from colloquy.comments.schemas import CommentCreate
from colloquy.meetings.commands import MeetingCommand
from colloquy.meetings.polling.schemas import VoteCast
from colloquy.meetings.state import LiveState
from colloquy.rehearsing.chance import draw
from colloquy.rehearsing.models import Pace
from colloquy.rehearsing.people import TEMPO, Person, Times, talkativeness


@dataclass(frozen=True, slots=True)
class World:
    """What simulated people know: the meeting as it is, and who has voted how often."""

    meeting_id: UUID
    seed: int
    pace: Pace
    times: Times
    state: LiveState
    people: Sequence[Person]
    voted: Mapping[UUID, int]
    texts: Mapping[UUID, str]
    """The definition of each mechanism version, since words of it can be chosen."""
    chair_id: UUID
    """Who rehearses: a deputy who holds the chair gives it back to them."""
    deputy_id: UUID

    @property
    def tempo(self) -> float:
        """How many times as fast as calm people everybody acts."""
        return TEMPO[self.pace]

    def id_of(self, *what: object) -> UUID:
        """The id of an act, the same whenever it is tried."""
        return uuid5(self.meeting_id, ":".join(map(str, what)))


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line for the shared note of a small group; nobody writes the same line twice."""

    small_group_id: UUID
    text: str


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does: a command, a comment, a line in a note, or a vote in a poll."""

    member_id: UUID
    what: MeetingCommand | CommentCreate | NoteLine | VoteCast
    poll_id: UUID | None = None


def moved(  # noqa: PLR0913 - what is done, how often, and in which time
    world: World,
    here: Sequence[Person],
    what: str,
    every: float,
    count: float,
    since: datetime,
    until: datetime,
) -> list[tuple[Person, int]]:
    """Who does something in this time, and in which stretch of the meeting.

    In each stretch so many do it on average if all are here, whoever speaks more more often, each
    at a moment of their own.
    """
    began = world.times.started_at
    weights = {person.place: talkativeness(world.seed, person) for person in world.people}
    if began is None or not weights:
        return []
    length, whole = every / world.tempo, sum(weights.values())
    first, last = (max(0, int((at - began).total_seconds() // length)) for at in (since, until))
    found: list[tuple[Person, int]] = []
    for stretch in range(first, last + 1):
        for person in here:
            matter = (what, stretch, person.place)
            if draw(world.seed, *matter) >= count * weights[person.place] / whole:
                continue
            share = stretch + draw(world.seed, "moment", *matter)
            if since < began + timedelta(seconds=length * share) <= until:
                found.append((person, stretch))
    return found

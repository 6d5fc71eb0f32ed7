"""What simulated people are like: when they come, whether they stay, how much they speak. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from colloquy.rehearsing.chance import draw
from colloquy.rehearsing.models import Pace

TEMPO = {Pace.CALM: 1.0, Pace.LIVELY: 2.5, Pace.STORM: 8.0}
"""How many times as fast as calm people everybody acts."""

PUNCTUAL, LATE = 0.72, 0.95
"""Up to which draw somebody comes before the start, and up to which they come at all."""
UNSTEADY = 0.12
ELSEWHERE = 0.1
DROPPED = 0.5
LOUD, USUAL, QUIET = 3.0, 1.0, 0.35


@dataclass(frozen=True, slots=True)
class Person:
    """A simulated person: their place among all, and the place of their group among the groups."""

    member_id: UUID
    place: int
    group: int


@dataclass(frozen=True, slots=True)
class Times:
    """When what happened that people go by: the rehearsal began, the meeting began, it ended."""

    begun_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    dropped_at: datetime | None


def talkativeness(seed: int, person: Person) -> float:
    """How much a person says beside others; one group in three says most, one hardly anything."""
    kind = (person.group + int(draw(seed, "loudest") * 3)) % 3
    of_group = (LOUD, USUAL, QUIET)[kind]
    return of_group * (0.3 + 1.7 * draw(seed, "talk", person.place) ** 2)


def is_here(seed: int, tempo: float, person: Person, times: Times, at: datetime) -> bool:
    """True while the browser of a person is connected."""
    came = _comes_at(seed, tempo, person, times)
    if came is None or at < came:
        return False
    if times.ended_at and at >= times.ended_at + _seconds(20 * draw(seed, "go", person.place)):
        return False
    return not (_has_dropped_out(seed, person, times, at) or _is_cut(seed, tempo, person, came, at))


def is_elsewhere(seed: int, tempo: float, person: Person, times: Times, at: datetime) -> bool:
    """True while somebody who is here looks at another page."""
    stretch = int((at - times.begun_at).total_seconds() * tempo / 90)
    return draw(seed, "elsewhere", person.place, stretch) < ELSEWHERE


def _comes_at(seed: int, tempo: float, person: Person, times: Times) -> datetime | None:
    kind, share = draw(seed, "comes", person.place), draw(seed, "when", person.place)
    if kind < PUNCTUAL:
        return times.begun_at + _seconds(25 * share / tempo)
    if kind < LATE and times.started_at:
        return times.started_at + _seconds((20 + 160 * share) / tempo)
    return None


def _has_dropped_out(seed: int, person: Person, times: Times, at: datetime) -> bool:
    """True while somebody is gone with half of the others; they come back one after the other."""
    if times.dropped_at is None:
        return False
    matter = (person.place, times.dropped_at)
    if draw(seed, "drops", *matter) >= DROPPED:
        return False
    gone = times.dropped_at + _seconds(2 * draw(seed, "dropped", *matter))
    return gone <= at < gone + _seconds(12 + 25 * draw(seed, "back", *matter))


def _is_cut(seed: int, tempo: float, person: Person, came: datetime, at: datetime) -> bool:
    """True while the connection of one of the unsteady is gone for a while."""
    if draw(seed, "unsteady", person.place) >= UNSTEADY:
        return False
    length = 120 / tempo
    stretch, into = divmod((at - came).total_seconds(), length)
    begins = length * (0.3 + 0.4 * draw(seed, "cut", person.place, int(stretch)))
    return begins <= into < begins + length / 6


def _seconds(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)

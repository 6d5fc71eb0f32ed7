"""How long each person had the floor, and whether the groups of a panel were heard alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from colloquy.methods.floor import FloorTurn


@dataclass(frozen=True, slots=True)
class GroupVoice:
    """A group's part of the people beside its part of the airtime, as parts of one."""

    group: str
    people: int
    share_of_people: float
    seconds: float
    share_of_airtime: float | None


@dataclass(frozen=True, slots=True)
class Equity:
    """Every group's voice, and the seconds of speakers who are in no group (a chair, a guest)."""

    groups: tuple[GroupVoice, ...]
    seconds_outside: float


def airtime(turns: Sequence[FloorTurn]) -> dict[str, float]:
    """Add up the seconds that each person had the floor.

    A person's own turns that overlap count once; time that two people share counts for both.
    """
    seconds: dict[str, float] = {}
    reached: dict[str, float] = {}
    for turn in sorted(turns, key=lambda turn: turn.start):
        start = max(turn.start, reached.get(turn.speaker_id, turn.start))
        seconds[turn.speaker_id] = seconds.get(turn.speaker_id, 0.0) + max(0.0, turn.end - start)
        reached[turn.speaker_id] = max(turn.end, start)
    return seconds


def equity(groups: Mapping[str, str], seconds: Mapping[str, float]) -> Equity:
    """Set each group's share of the people beside its share of the airtime.

    `groups` gives every person present their group, silent ones too; shares of airtime are of what
    these people said, and None when they said nothing.
    """
    members: dict[str, list[str]] = {}
    for person, group in groups.items():
        members.setdefault(group, []).append(person)
    spoken = {
        group: sum(seconds.get(person, 0.0) for person in people)
        for group, people in members.items()
    }
    whole = sum(spoken.values())
    voices = tuple(
        GroupVoice(
            group=group,
            people=len(people),
            share_of_people=len(people) / len(groups),
            seconds=spoken[group],
            share_of_airtime=spoken[group] / whole if whole else None,
        )
        for group, people in sorted(members.items())
    )
    outside = sum(length for person, length in seconds.items() if person not in groups)
    return Equity(voices, outside)


@dataclass(frozen=True, slots=True)
class GroupShares:
    """A group's people and what came from them, by measure, with the shares as parts of one."""

    group: str
    people: int
    share_of_people: float
    amounts: Mapping[str, float]
    shares: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Shares:
    """Every group's shares, and what came from people who are in no group."""

    groups: tuple[GroupShares, ...]
    outside: Mapping[str, float]


def shares(groups: Mapping[str, str], measures: Mapping[str, Mapping[str, float]]) -> Shares:
    """Set each group's share of the people beside its share of each measure.

    `groups` gives every person present their group, silent ones too; `measures` what came from each
    person, by measure. A share of nothing is None.
    """
    members: dict[str, list[str]] = {}
    for person, group in groups.items():
        members.setdefault(group, []).append(person)
    wholes = {
        name: sum(amount for person, amount in given.items() if person in groups)
        for name, given in measures.items()
    }
    found: list[GroupShares] = []
    for group, people in sorted(members.items()):
        amounts = {
            name: sum(given.get(person, 0) for person in people) for name, given in measures.items()
        }
        found.append(
            GroupShares(
                group=group,
                people=len(people),
                share_of_people=len(people) / len(groups),
                amounts=amounts,
                shares={
                    name: amount / wholes[name] if wholes[name] else None
                    for name, amount in amounts.items()
                },
            )
        )
    outside = {
        name: sum(amount for person, amount in given.items() if person not in groups)
        for name, given in measures.items()
    }
    return Shares(tuple(found), outside)

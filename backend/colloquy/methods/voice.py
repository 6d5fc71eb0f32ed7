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

"""In which order raised hands come to speak: as they asked, or so that all groups are heard."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

PRECEDENCE = ("order", "answer", "speak")
"""A point of order goes before everything, and a direct answer before a new contribution."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A person who asked for the floor, and what for."""

    person: str
    kind: Literal["order", "answer", "speak"]


def speaking_order(
    asked: Sequence[Asked],
    groups: Mapping[str, str | None],
    spoken: Mapping[str, int],
    *,
    is_balanced: bool,
) -> list[Asked]:
    """Put those who asked, given in the order of asking, into the order of speaking.

    `groups` gives everybody present their stakeholder group, and `spoken` how long each spoke so
    far. Balanced, those who ask to speak take turns by group: first one of each group, the group
    that was heard least for its number of people first; then the second of each. Who is in no
    group comes after those of a group in the same turn.
    """
    heard = _heard(groups, spoken)
    turns: Counter[str | None] = Counter()
    keyed: list[tuple[tuple[float, ...], Asked]] = []
    for place, one in enumerate(asked):
        group = groups.get(one.person)
        fairness = (0.0, 0.0, 0.0)
        if is_balanced and one.kind == "speak":
            fairness = (float(turns[group]), float(group is None), heard[group])
            turns[group] += 1
        keyed.append(((PRECEDENCE.index(one.kind), *fairness, place), one))
    return [one for _, one in sorted(keyed, key=lambda pair: pair[0])]


def _heard(
    groups: Mapping[str, str | None], spoken: Mapping[str, int]
) -> defaultdict[str | None, float]:
    """How long each group was heard for each of its people."""
    people = Counter(groups.values())
    length: Counter[str | None] = Counter()
    for person, time in spoken.items():
        length[groups.get(person)] += time
    heard: defaultdict[str | None, float] = defaultdict(float)
    for group, count in people.items():
        heard[group] = length[group] / count
    return heard

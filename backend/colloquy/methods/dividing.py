"""Dividing people into small groups, the same for the same seed. Pure: no database.

People are put in an order that only the seed and their ids give, then dealt round and round like
cards, so that sizes differ by at most one. For balanced groups those of one stakeholder group stand
together in that order: whoever is dealt one after the other goes to different groups, so that each
stakeholder group is spread as evenly as it can be, too.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from colloquy.methods.shuffling import rank, shuffled


class Person(NamedTuple):
    """Somebody to be put into a small group, with the stakeholder group that they belong to."""

    id: str
    group: str | None


def at_random(people: Iterable[Person], count: int, seed: int) -> list[list[str]]:
    """The people of each of `count` groups, by chance."""
    return _deal(sorted(people, key=lambda one: rank(seed, "person", one.id)), count, seed)


def balanced(people: Iterable[Person], count: int, seed: int) -> list[list[str]]:
    """The people of each of `count` groups, every stakeholder group spread over all of them."""
    by_group = sorted(
        people,
        key=lambda one: (rank(seed, "group", one.group), rank(seed, "person", one.id)),
    )
    return _deal(by_group, count, seed)


def best_place(groups: Sequence[Sequence[str | None]], newcomer: str | None) -> int:
    """Where somebody who comes late fits: the smallest group, then where fewest are like them.

    A small group is given by its people's stakeholder groups.
    """
    return min(
        range(len(groups)),
        key=lambda place: (len(groups[place]), list(groups[place]).count(newcomer), place),
    )


def _deal(order: Sequence[Person], count: int, seed: int) -> list[list[str]]:
    turns = shuffled(range(count), seed, "turn")
    groups: list[list[str]] = [[] for _ in range(count)]
    for number, person in enumerate(order):
        groups[turns[number % count]].append(person.id)
    return groups

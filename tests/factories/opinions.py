"""Votes of people who were put into groups before they were asked."""

from collections.abc import Mapping

import numpy as np


def cast(person: str, votes: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """One person's votes by statement."""
    return [(person, statement, vote) for statement, vote in votes.items()]


def planted(
    *, people: int, statements: int, groups: int, share: float = 0.9, seed: int = 0
) -> list[tuple[str, str, int]]:
    """Person n is in group n modulo groups and votes with its view `share` of the time.

    Everybody has seen seven statements at least. One group has the same view on every statement.
    """
    random = np.random.default_rng(seed)
    views = np.where(random.random((groups, statements)) < 0.5, 1, -1)
    if groups == 1:
        views[:] = 1
    found: list[tuple[str, str, int]] = []
    for person in range(people):
        count = random.integers(min(7, statements), statements + 1)
        for statement in random.permutation(statements)[:count]:
            with_group = random.random() < share
            vote = views[person % groups, statement] * (1 if with_group else -1)
            found.append((f"p{person:04}", f"s{statement:02}", int(vote)))
    return found

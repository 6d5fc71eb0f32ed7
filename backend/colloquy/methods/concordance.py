"""Kendall's W: how far people rank the items alike in one round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy

from colloquy.methods.scales import Rating


@dataclass(frozen=True, slots=True)
class Concordance:
    """W from 0 (no order in common) to 1 (one order), and the chance of as much by accident.

    Both are None where W is not defined: fewer than two people or items, or no person who tells
    any items apart. `people` rated every item; `left_out` rated some of them and were left out.
    """

    w: float | None
    p: float | None
    people: int
    left_out: int
    items: int


def kendall_w(items: Sequence[Mapping[str, Rating]]) -> Concordance:
    """Work out Kendall's W over items, each a mapping from person to rating.

    Ranks of equal ratings are averaged and W is corrected for them: with m people and n items,
    W = 12·S / (m²·(n³ - n) - m·ΣT), T = Σ (t³ - t) over each person's ties (Kendall and Gibbons
    1990). A rating that is missing or “unable to say” cannot be ranked, so only people who rated
    every item count. p is from χ² = m·(n - 1)·W with n - 1 degrees of freedom.
    """
    anybody = {person for item in items for person, rating in item.items() if rating is not None}
    complete = sorted(
        person for person in anybody if all(item.get(person) is not None for item in items)
    )
    people, count = len(complete), len(items)
    w = None
    if people > 1 and count > 1:
        w = _corrected(np.array([[item[person] for item in items] for person in complete], float))
    return Concordance(
        w=w,
        p=None if w is None else float(scipy.stats.chi2.sf(people * (count - 1) * w, count - 1)),
        people=people,
        left_out=len(anybody) - people,
        items=count,
    )


def _corrected(ratings: np.ndarray) -> float | None:
    people, items = ratings.shape
    ranks = np.asarray(scipy.stats.rankdata(ratings, axis=1))
    sums = ranks.sum(axis=0)
    spread = float(((sums - sums.mean()) ** 2).sum())
    ties = 0
    for row in ratings:
        _, sizes = np.unique(row, return_counts=True)
        ties += int((sizes**3 - sizes).sum())
    whole = people**2 * (items**3 - items) - people * ties
    return 12 * spread / whole if whole else None

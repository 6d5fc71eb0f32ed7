"""How well people would seem to fall into groups if no two of them had anything in common."""

import numpy as np
from numpy.typing import NDArray

from colloquy.methods.opinion.clusters import divide
from colloquy.methods.opinion.matrix import UNSEEN
from colloquy.methods.opinion.plane import find_plane
from colloquy.methods.opinion.silhouettes import mean_silhouettes

SHUFFLES = 19
SHUFFLED_UP_TO = 500
"""Above this many people chance is steady enough for a formula, and shuffling takes long."""


def best_by_chance(votes: NDArray[np.int8], most_groups: int) -> float:
    """Give the mean silhouette that groups must pass to be more than chance.

    Up to 500 people: three standard deviations above the mean of the best silhouettes of 19
    shuffles of these very votes, and no less than the best of them; in a shuffle each statement's
    votes are dealt anew among the people who voted on it. Above that: 0.32 + 1.2/√people, which
    people who vote by the same coins stay below (docs/decisions/opinion-groups.md).
    """
    people = len(votes)
    if people > SHUFFLED_UP_TO:
        return 0.32 + 1.2 / float(np.sqrt(people))
    random = np.random.default_rng(0)
    reached = np.array([_best(shuffle(votes, random), most_groups) for _ in range(SHUFFLES)])
    return float(max(reached.max(), reached.mean() + 3 * reached.std(ddof=1)))


def shuffle(votes: NDArray[np.int8], random: np.random.Generator) -> NDArray[np.int8]:
    """Deal each statement's votes anew among the people who voted on it."""
    unseen = votes == UNSEEN
    in_order = np.argsort(unseen, axis=0, kind="stable")
    at_random = np.argsort(random.random(votes.shape) + unseen, axis=0)
    dealt = np.empty_like(votes)
    np.put_along_axis(dealt, at_random, np.take_along_axis(votes, in_order, axis=0), axis=0)
    return dealt


def _best(votes: NDArray[np.int8], most_groups: int) -> float:
    points = find_plane(votes).place(votes)
    several = [clusters.labels for clusters in divide(points, most_groups)][1:]
    return max(mean_silhouettes(points, several)) if several else 0.0

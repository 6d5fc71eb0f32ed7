"""k-means without chance: each number of groups starts from the best of one group fewer.

The global k-means of Likas, Vlassis and Verbeek 2003 (Pattern Recognition 36:451), with the means
of 64 small cells of the plane as the places where a new group may begin, and only the most
promising of them tried to the end. No random start, so the same people always make the same groups.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SLICES = 8
_TRIED = 8
_MOST_STEPS = 300

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """To which cluster each point belongs, where they are centred, and Σ squared distances."""

    labels: NDArray[np.intp]
    centres: Points
    spread: float


def divide(points: Points, most: int) -> Iterator[Clusters]:
    """Divide points into 1, 2, … clusters, as far as there are different points to divide."""
    centre = points.mean(axis=0, keepdims=True)
    labels, spreads = _nearest(points, centre[None])
    best = Clusters(labels[0], centre, float(spreads[0]))
    yield best
    beginnings = _beginnings(points)
    while len(best.centres) < most:
        starts = [np.vstack([best.centres, one]) for one in _promising(points, best, beginnings)]
        found = settle(points, np.array(starts)) if starts else []
        if not found:
            return
        best = min(found, key=lambda clusters: clusters.spread)
        yield best


def settle(points: Points, starts: NDArray[np.float64]) -> list[Clusters]:
    """Move the centres of each start to the means of what is nearest until nothing changes.

    All starts move together, for speed. One that leaves a centre bare is given up.
    """
    found: list[Clusters] = []
    centres = starts
    labels, _ = _nearest(points, centres)
    for _ in range(_MOST_STEPS):
        centres, is_full = _means(points, labels, starts.shape[1])
        centres, before = centres[is_full], labels[is_full]
        labels, spreads = _nearest(points, centres)
        is_settled = (labels == before).all(axis=1)
        found += [
            Clusters(labels[start], centres[start], float(spreads[start]))
            for start in np.flatnonzero(is_settled)
        ]
        labels = labels[~is_settled]
        if not len(labels):
            break
    return found


def _nearest(
    points: Points, centres: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """For each start the nearest centre of every point, and Σ squared distances to them."""
    labels = np.zeros((len(centres), len(points)), dtype=np.intp)
    least = _squared_distances(points, centres[:, 0])
    for number in range(1, centres.shape[1]):
        distances = _squared_distances(points, centres[:, number])
        labels[distances < least] = number
        least = np.minimum(least, distances)
    return labels, least.sum(axis=1)


def _means(
    points: Points, labels: NDArray[np.intp], count: int
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """For each start the mean of every cluster, and whether each has a point at all."""
    starts = len(labels)
    cells = (labels + np.arange(starts)[:, None] * count).ravel()
    sizes = np.bincount(cells, minlength=starts * count)
    sums = [np.bincount(cells, np.tile(axis, starts), starts * count) for axis in points.T]
    means = np.column_stack(sums) / np.maximum(sizes, 1)[:, None]
    return means.reshape(starts, count, 2), sizes.reshape(starts, count).min(axis=1) > 0


def _squared_distances(points: Points, places: Points) -> NDArray[np.float64]:
    """A row for each place, a column for each point."""
    across = points[:, 0] - places[:, :1]
    along = points[:, 1] - places[:, 1:]
    across *= across
    along *= along
    across += along
    return across


def _beginnings(points: Points) -> Points:
    """The means of equally full cells: slices along the first axis, each cut along the second."""
    cells: list[Points] = []
    by_first = points[np.lexsort((points[:, 1], points[:, 0]))]
    for piece in np.array_split(by_first, _SLICES):
        by_second = piece[np.lexsort((piece[:, 0], piece[:, 1]))]
        cells += [cell.mean(axis=0) for cell in np.array_split(by_second, _SLICES) if len(cell)]
    return np.unique(np.array(cells), axis=0)


def _promising(points: Points, so_far: Clusters, beginnings: Points) -> Points:
    """The beginnings that lessen the spread most if nothing else moved, best first."""
    now = _squared_distances(points, so_far.centres).min(axis=0)
    gains = np.maximum(now - _squared_distances(points, beginnings), 0).sum(axis=1)
    order = np.argsort(-gains, kind="stable")[:_TRIED]
    return beginnings[order[gains[order] > 0]]

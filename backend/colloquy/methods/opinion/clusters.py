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
_TRIED = 12
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
    best = Clusters(np.zeros(len(points), dtype=np.intp), centre, _spread(points, centre))
    yield best
    beginnings = _beginnings(points)
    while len(best.centres) < most:
        found = [
            clusters
            for start in _promising(points, best.centres, beginnings)
            if (clusters := settle(points, np.vstack([best.centres, start])))
        ]
        if not found:
            return
        best = min(found, key=lambda clusters: clusters.spread)
        yield best


def settle(points: Points, centres: Points) -> Clusters | None:
    """Move centres to the means of what is nearest until nothing changes; None if one is left bare."""
    labels = _nearest(points, centres)
    for _ in range(_MOST_STEPS):
        sizes = np.bincount(labels, minlength=len(centres))
        if not sizes.all():
            return None
        sums = [np.bincount(labels, axis, minlength=len(centres)) for axis in points.T]
        centres = np.column_stack(sums) / sizes[:, None]
        before, labels = labels, _nearest(points, centres)
        if np.array_equal(before, labels):
            break
    return Clusters(labels, centres, _spread(points, centres))


def _nearest(points: Points, centres: Points) -> NDArray[np.intp]:
    return np.argmin(_squared_distances(points, centres), axis=1)


def _spread(points: Points, centres: Points) -> float:
    return float(_squared_distances(points, centres).min(axis=1).sum())


def _squared_distances(points: Points, centres: Points) -> Points:
    across = points[:, :1] - centres[:, 0]
    along = points[:, 1:] - centres[:, 1]
    return across**2 + along**2


def _beginnings(points: Points) -> Points:
    """The means of equally full cells: slices along the first axis, each cut along the second."""
    cells: list[Points] = []
    by_first = points[np.lexsort((points[:, 1], points[:, 0]))]
    for piece in np.array_split(by_first, _SLICES):
        by_second = piece[np.lexsort((piece[:, 0], piece[:, 1]))]
        cells += [cell.mean(axis=0) for cell in np.array_split(by_second, _SLICES) if len(cell)]
    return np.unique(np.array(cells), axis=0)


def _promising(points: Points, centres: Points, beginnings: Points) -> Points:
    """The beginnings that lessen the spread most if nothing else moved, best first."""
    now = _squared_distances(points, centres).min(axis=1)
    gains = np.maximum(now[:, None] - _squared_distances(points, beginnings), 0).sum(axis=0)
    order = np.argsort(-gains, kind="stable")[:_TRIED]
    return beginnings[order[gains[order] > 0]]

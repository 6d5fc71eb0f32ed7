"""How well people fit their own group rather than the next one (Rousseeuw 1987)."""

from collections.abc import Sequence

import numpy as np
import scipy
from numpy.typing import NDArray

EXACT_UP_TO = 20_000
"""Up to this many people the mean silhouette is of all of them."""
_BLOCK = 2_000_000


def judged(points: NDArray[np.float64]) -> NDArray[np.intp]:
    """The people whose silhouettes are averaged: all, or 20,000 spread evenly over the plane.

    Distances to everybody grow with the square of the people. Each silhouette stays exact; only
    the mean is then of fewer people.
    """
    if len(points) <= EXACT_UP_TO:
        return np.arange(len(points))
    across = np.lexsort((points[:, 1], points[:, 0]))
    return across[np.linspace(0, len(points) - 1, EXACT_UP_TO).astype(np.intp)]


def mean_silhouettes(
    points: NDArray[np.float64], divisions: Sequence[NDArray[np.intp]]
) -> list[float]:
    """Give the mean silhouette of each division, from one pass over all distances.

    A person's silhouette is (b - a) / max(a, b): a the mean distance to the others of the own
    group, b the least mean distance to another group; 0 for somebody alone in a group. A division
    has at least two groups.
    """
    sizes = [np.bincount(labels) for labels in divisions]
    members = np.hstack(
        [np.eye(len(size))[labels] for size, labels in zip(sizes, divisions, strict=True)]
    )
    ends = np.cumsum([len(size) for size in sizes])[:-1]
    chosen = judged(points)
    totals = np.zeros(len(divisions))
    for rows in np.array_split(chosen, -(-len(chosen) * len(points) // _BLOCK)):
        sums = np.split(scipy.spatial.distance.cdist(points[rows], points) @ members, ends, axis=1)
        for place, (each, size, labels) in enumerate(zip(sums, sizes, divisions, strict=True)):
            totals[place] += _silhouettes(each, size, labels[rows]).sum()
    return [float(total) for total in totals / len(chosen)]


def _silhouettes(
    sums: NDArray[np.float64], sizes: NDArray[np.intp], labels: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Silhouettes from each person's summed distances to every group."""
    own = np.arange(len(labels)), labels
    others = sizes[labels] - 1
    within = sums[own] / np.maximum(others, 1)
    means = sums / sizes
    means[own] = np.inf
    between = means.min(axis=1)
    wider = np.maximum(within, between)
    fit = np.divide(between - within, wider, out=np.zeros_like(wider), where=wider > 0)
    return np.where(others > 0, fit, 0.0)

"""The plane of opinions: people who vote alike stand near each other.

Principal components of votes with what was not seen left at the statement's mean, and people moved
outwards the fewer votes they gave, since each vote unseen pulls them to the centre (Small et al.
2021, Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces).
"""

from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from colloquy.methods.opinion.matrix import AGREE, UNSEEN

_DIMENSIONS = 2
_NOTHING = 1e-12
"""A component that holds less than this part of the first is rounding error."""


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """The mean vote on each statement, and the two directions in which people differ most."""

    centre: NDArray[np.float64]
    axes: NDArray[np.float64]

    def place(self, votes: NDArray[np.int8]) -> NDArray[np.float64]:
        """Where people stand: √(statements / own votes) · Σ (vote - mean)·direction."""
        given = np.maximum(np.count_nonzero(votes != UNSEEN, axis=1), 1)
        stretch = np.sqrt(votes.shape[1] / given)
        return _deviations(votes, self.centre) @ self.axes * stretch[:, None]

    @property
    def extremity(self) -> NDArray[np.float64]:
        """How far from the centre somebody stands who agrees with this one statement alone."""
        steps = np.hypot(self.axes[:, 0], self.axes[:, 1])
        return np.sqrt(len(self.centre)) * np.abs(AGREE - self.centre) * steps


def find_plane(votes: NDArray[np.int8]) -> Plane:
    """Find the plane of the people in these rows; it is all zeros where they do not differ."""
    seen = votes != UNSEEN
    sums = np.where(seen, votes, 0).sum(axis=0, dtype=np.int64)
    centre = sums / np.maximum(np.count_nonzero(seen, axis=0), 1)
    return Plane(centre, _components(_deviations(votes, centre)))


def _deviations(votes: NDArray[np.int8], centre: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(votes == UNSEEN, 0.0, votes - centre)


def _components(deviations: NDArray[np.float64]) -> NDArray[np.float64]:
    """Two directions as columns, from the smaller of the two squares that the matrix makes."""
    people, statements = deviations.shape
    axes = np.zeros((statements, _DIMENSIONS))
    is_wide = statements > people
    square = deviations @ deviations.T if is_wide else deviations.T @ deviations
    first = max(len(square) - _DIMENSIONS, 0)
    strengths, vectors = scipy.linalg.eigh(square, subset_by_index=(first, len(square) - 1))
    for column in range(len(strengths)):
        strength = strengths[-1 - column]
        if strength <= max(strengths[-1], 1.0) * _NOTHING:
            break
        direction = vectors[:, -1 - column]
        if is_wide:
            direction = deviations.T @ direction / np.sqrt(strength)
        axes[:, column] = direction * np.sign(direction[np.argmax(np.abs(direction))])
    return axes

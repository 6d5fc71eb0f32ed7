"""Weighted kappa: how far two ratings by the same people agree beyond chance (Cohen 1968)."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction


class Weights(StrEnum):
    """How the cost of a move grows with its length in points of the scale."""

    QUADRATIC = "quadratic"
    LINEAR = "linear"


def weighted_kappa(
    pairs: Sequence[tuple[int, int]], weights: Weights = Weights.QUADRATIC
) -> float | None:
    """Compare each person's earlier and later rating; None where there is nothing to compare.

    1 - Σ cost·observed / Σ cost·expected, the cost of a move from i to j being (i - j)² or, linear,
    |i - j|. Weighted kappa for stability between rounds is from Holey et al. 2007; the choice of
    weights is ours. Quadratic is the default, since it is close to the intraclass correlation of
    the two rounds (Fleiss and Cohen 1973). When everybody gives one and the same rating in both rounds,
    chance alone explains it, and kappa is not defined.
    """
    observed = sum(_cost(before, after, weights) for before, after in pairs)
    earlier = Counter(before for before, _ in pairs)
    later = Counter(after for _, after in pairs)
    expected = sum(
        _cost(before, after, weights) * earlier[before] * later[after]
        for before in earlier
        for after in later
    )
    return float(1 - Fraction(observed * len(pairs), expected)) if expected else None


def _cost(before: int, after: int, weights: Weights) -> int:
    distance = abs(before - after)
    return distance if weights is Weights.LINEAR else distance**2

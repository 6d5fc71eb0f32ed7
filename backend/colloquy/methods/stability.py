"""What changed between two rounds, person by person, and who was lost on the way.

Sources: Holey et al. 2007 (BMC Med Res Methodol 7:52) for kappa and the signed-rank test between
rounds; Dajani et al. 1979 for stability before consensus. Every comparison is of the same people.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import scipy

from colloquy.methods.kappa import Weights, weighted_kappa
from colloquy.methods.scales import NINE_POINTS, Rating, Scale, as_float, quantile, scored

LEAST_FOR_VARIATION = 30
"""Below this many people the coefficient of variation says little, and is not given."""
_EXACT_UP_TO = 50


@dataclass(frozen=True, slots=True)
class SignedRank:
    """Wilcoxon's signed-rank test; people who did not move are left out, as Wilcoxon did.

    None where nobody moved. `p` is two-sided: exact when at most 50 moved and no two by the same
    distance, else from the normal distribution, corrected for ties.
    """

    moved: int
    statistic: float | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Variation:
    """The coefficient of variation (standard deviation ÷ mean) in each round, and later - earlier."""

    earlier: float
    later: float
    change: float


@dataclass(frozen=True, slots=True)
class EarlierRatings:
    """How some of the people rated in the earlier round; None where nobody of them did."""

    n: int
    median: float | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class Attrition:
    """Who rated earlier and is here or gone later; `left` against `stayed` shows drop-out bias.

    `difference_p` is the two-sided p of the Mann-Whitney test between the earlier ratings of the
    two; None unless there are both. `joined` rated in the later round alone.
    """

    earlier: int
    joined: int
    share_left: float | None
    stayed: EarlierRatings
    left: EarlierRatings
    difference_p: float | None


@dataclass(frozen=True, slots=True)
class Stability:
    """One item in two rounds; `pairs` people rated it in both, and the figures are of them.

    `share_changed` is the part of them whose band changed. Figures are None where not defined;
    `variation` also with fewer than 30 pairs.
    """

    pairs: int
    changed_band: int
    share_changed: float | None
    kappa: float | None
    kappa_linear: float | None
    signed_rank: SignedRank
    variation: Variation | None
    attrition: Attrition


def compare_rounds(
    earlier: Mapping[str, Rating],
    later: Mapping[str, Rating],
    scale: Scale = NINE_POINTS,
    *,
    still_here: Collection[str] | None = None,
) -> Stability:
    """Compare an item's ratings by person in two rounds.

    `still_here` are the people who took part in the later round at all: somebody who skipped this
    one item has not left. Without it they are those who answered this item, if only by “unable”.
    """
    for ratings in (earlier, later):
        scored(list(ratings.values()), scale)
    pairs = [
        (before, after)
        for person, before in sorted(earlier.items())
        if before is not None and (after := later.get(person)) is not None
    ]
    changed = sum(scale.band_of(before) != scale.band_of(after) for before, after in pairs)
    return Stability(
        pairs=len(pairs),
        changed_band=changed,
        share_changed=changed / len(pairs) if pairs else None,
        kappa=weighted_kappa(pairs),
        kappa_linear=weighted_kappa(pairs, Weights.LINEAR),
        signed_rank=_signed_rank([after - before for before, after in pairs]),
        variation=_variation(pairs),
        attrition=_attrition(earlier, later, later if still_here is None else still_here),
    )


def _signed_rank(moves: Sequence[int]) -> SignedRank:
    moved = [move for move in moves if move]
    if not moved:
        return SignedRank(0, None, None)
    sizes = {abs(move) for move in moved}
    is_exact = len(sizes) == len(moved) <= _EXACT_UP_TO
    found = scipy.stats.wilcoxon(moved, method="exact" if is_exact else "approx")
    return SignedRank(len(moved), float(found.statistic), float(found.pvalue))


def _variation(pairs: Sequence[tuple[int, int]]) -> Variation | None:
    if len(pairs) < LEAST_FOR_VARIATION:
        return None
    rounds = np.array(pairs, float)
    means = rounds.mean(axis=0)
    if not means.all():
        return None
    before, after = (float(each) for each in rounds.std(axis=0, ddof=1) / means)
    return Variation(before, after, after - before)


def _attrition(
    earlier: Mapping[str, Rating], later: Mapping[str, Rating], still_here: Collection[str]
) -> Attrition:
    here = set(still_here)
    rated = {person: rating for person, rating in earlier.items() if rating is not None}
    stayed = [rating for person, rating in rated.items() if person in here]
    left = [rating for person, rating in rated.items() if person not in here]
    joined = sum(
        rating is not None and rated.get(person) is None for person, rating in later.items()
    )
    return Attrition(
        earlier=len(rated),
        joined=joined,
        share_left=len(left) / len(rated) if rated else None,
        stayed=_earlier_ratings(stayed),
        left=_earlier_ratings(left),
        difference_p=_difference(stayed, left),
    )


def _earlier_ratings(ratings: Sequence[int]) -> EarlierRatings:
    return EarlierRatings(
        n=len(ratings),
        median=as_float(quantile(ratings, Fraction(1, 2))),
        mean=float(Fraction(sum(ratings), len(ratings))) if ratings else None,
    )


def _difference(one: Sequence[int], other: Sequence[int]) -> float | None:
    """The normal approximation has no answer when everybody gave one and the same rating."""
    if not one or not other:
        return None
    if len({*one, *other}) == 1:
        return 1.0
    return float(scipy.stats.mannwhitneyu(one, other, alternative="two-sided").pvalue)

"""RAND/UCLA appropriateness: the disagreement index, and the classic count for small panels.

Formulas and constants: Fitch et al. 2001, The RAND/UCLA Appropriateness Method User's Manual; the
counts for panels of 11 to 16 as in BMC Med Inform Decis Mak 12:93. Both are made for nine points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from colloquy.methods.consensus import Outcome
from colloquy.methods.scales import (
    NINE_POINTS,
    Band,
    Rating,
    as_float,
    count_in,
    quantile,
    scored,
)

_CENTRE = 5
_SYMMETRIC_RANGE = Fraction("2.35")
_ASYMMETRY_CORRECTION = Fraction("1.5")

# Largest panel of the size class: (most outside for agreement, fewest at each end for disagreement)
_COUNT_RULES = {10: (2, 3), 13: (3, 4), 16: (4, 5)}
_SMALLEST_PANEL = 8


@dataclass(frozen=True, slots=True)
class RangeFigures:
    """Every step of the disagreement index, rounded only by being floats."""

    p30: float
    p70: float
    range_between: float
    range_centre: float
    asymmetry_index: float
    adjusted_range: float
    disagreement_index: float


@dataclass(frozen=True, slots=True)
class AppropriatenessVerdict:
    """A RAND/UCLA verdict; `figures` is None where nobody rated."""

    rule: str
    outcome: Outcome
    rated: int
    median: float | None
    has_disagreement: bool | None
    figures: RangeFigures | None


@dataclass(frozen=True, slots=True)
class CountVerdict:
    """A verdict by counting; the limits are None for a panel that the rule does not cover."""

    rule: str
    outcome: Outcome
    panel: int
    median: float | None
    region: str | None
    outside_region: int | None
    most_outside: int | None
    in_bottom: int
    in_top: int
    fewest_at_each_end: int | None


def rand_ucla(ratings: Sequence[Rating]) -> AppropriatenessVerdict:
    """Judge ratings on nine points by their median and the range adjusted for symmetry.

    IPR = P70 - P30, IPRAS = 2.35 + 1.5·|5 - (P30 + P70)/2|; disagreement means IPR > IPRAS, and the
    disagreement index is IPR/IPRAS. Appropriate: median ≥ 7, inappropriate: median ≤ 3, both
    without disagreement.
    """
    points = scored(ratings, NINE_POINTS)
    median = quantile(points, Fraction(1, 2))
    p30, p70 = quantile(points, Fraction(3, 10)), quantile(points, Fraction(7, 10))
    rule = "RAND/UCLA"
    if median is None or p30 is None or p70 is None:
        return AppropriatenessVerdict(rule, Outcome.NOT_DEFINED, 0, None, None, None)
    spread = p70 - p30
    centre = (p30 + p70) / 2
    asymmetry = abs(_CENTRE - centre)
    adjusted = _SYMMETRIC_RANGE + _ASYMMETRY_CORRECTION * asymmetry
    has_disagreement = spread > adjusted
    figures = RangeFigures(
        p30=float(p30),
        p70=float(p70),
        range_between=float(spread),
        range_centre=float(centre),
        asymmetry_index=float(asymmetry),
        adjusted_range=float(adjusted),
        disagreement_index=float(spread / adjusted),
    )
    outcome = _appropriateness(median, has_disagreement=has_disagreement)
    return AppropriatenessVerdict(
        rule, outcome, len(points), float(median), has_disagreement, figures
    )


def classic_count(ratings: Sequence[Rating]) -> CountVerdict:
    """Judge a panel of 8 to 16 by how many rate outside the median's region, and at both ends.

    Not defined for other sizes. A median between two regions (3.5, 6.5) counts with the higher one,
    as in the manual.
    """
    points = scored(ratings, NINE_POINTS)
    median = quantile(points, Fraction(1, 2))
    region = _region(median)
    limits = _limits(len(points))
    bottom = count_in(points, NINE_POINTS.bottom)
    top = count_in(points, NINE_POINTS.top)
    outside = None if region is None else len(points) - count_in(points, region)
    outcome = Outcome.NOT_DEFINED
    if limits is not None and outside is not None:
        outcome = _by_count(outside, min(bottom, top), limits)
    return CountVerdict(
        rule="classic count",
        outcome=outcome,
        panel=len(points),
        median=as_float(median),
        region=None if region is None else region.name,
        outside_region=outside,
        most_outside=None if limits is None else limits[0],
        in_bottom=bottom,
        in_top=top,
        fewest_at_each_end=None if limits is None else limits[1],
    )


def _appropriateness(median: Fraction, *, has_disagreement: bool) -> Outcome:
    if has_disagreement:
        return Outcome.UNCERTAIN
    if median >= NINE_POINTS.top.low:
        return Outcome.APPROPRIATE
    return Outcome.INAPPROPRIATE if median <= NINE_POINTS.bottom.high else Outcome.UNCERTAIN


def _region(median: Fraction | None) -> Band | None:
    if median is None:
        return None
    return next(band for band in NINE_POINTS.bands if median <= band.high)


def _limits(panel: int) -> tuple[int, int] | None:
    if panel < _SMALLEST_PANEL:
        return None
    return next((limits for most, limits in _COUNT_RULES.items() if panel <= most), None)


def _by_count(outside: int, at_each_end: int, limits: tuple[int, int]) -> Outcome:
    most_outside, fewest_at_each_end = limits
    if outside <= most_outside:
        return Outcome.AGREEMENT
    return Outcome.DISAGREEMENT if at_each_end >= fewest_at_each_end else Outcome.INDETERMINATE

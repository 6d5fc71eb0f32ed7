"""Rating scales, their bands, and what a set of ratings looks like on them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

Rating = int | None
"""A point of the scale, or None for a person who said that they were unable to say."""


class UnableToSay(StrEnum):
    """What “unable to say” does to a denominator: a stated setting of the round."""

    LEFT_OUT = "left out"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring points that mean the same thing, both ends included."""

    name: str
    low: int
    high: int

    def holds(self, value: Fraction | float) -> bool:
        """Claim that a value lies in the band; a median of 6.5 lies between 4–6 and 7–9."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole points from low to high, cut without gaps into bands from lowest to highest."""

    low: int
    high: int
    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        """Raise ValueError unless the bands cover every point once."""
        points = [point for band in self.bands for point in range(band.low, band.high + 1)]
        if not points or points != list(self.points):
            raise ValueError("The bands of a scale must cover each of its points once, in order.")

    @property
    def points(self) -> range:
        """Every point of the scale."""
        return range(self.low, self.high + 1)

    @property
    def bottom(self) -> Band:
        """The band of least agreement."""
        return self.bands[0]

    @property
    def top(self) -> Band:
        """The band of most agreement."""
        return self.bands[-1]

    def band_of(self, value: Fraction | float | None) -> Band | None:
        """Find the band that a value lies in; None for no value, or one between two bands."""
        if value is None:
            return None
        return next((band for band in self.bands if band.holds(value)), None)


def _scale(*highs: int) -> Scale:
    names = ("not important", "important but not critical", "critical")
    lows = (1, *(high + 1 for high in highs[:-1]))
    bands = [Band(name, low, high) for name, low, high in zip(names, lows, highs, strict=True)]
    return Scale(1, highs[-1], tuple(bands))


def make_scale(low: int, high: int, cuts: Sequence[tuple[int, int]]) -> Scale:
    """Make a scale of one's own with three bands, given by their ends from lowest to highest."""
    names = ("low", "middle", "high")
    if len(cuts) != len(names):
        raise ValueError("A scale has three bands: low, middle and high.")
    bands = [Band(name, first, last) for name, (first, last) in zip(names, cuts, strict=True)]
    return Scale(low, high, tuple(bands))


NINE_POINTS = _scale(3, 6, 9)
"""The scale of the GRADE working group: 1–3, 4–6, 7–9."""
SEVEN_POINTS = _scale(2, 5, 7)
FIVE_POINTS = _scale(2, 3, 5)
BY_POINTS: dict[int, Scale] = {5: FIVE_POINTS, 7: SEVEN_POINTS, 9: NINE_POINTS}
"""The usual scales, by how many points they have."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """Ratings on a scale; figures are None where they are not defined (nobody rated).

    `shares` are of `denominator`, band by band, as parts of one.
    """

    rated: int
    unable: int
    denominator: int
    counts: dict[int, int]
    shares: dict[str, float] | None
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    interquartile_range: float | None


def quantile(values: Sequence[int], share: Fraction | float) -> Fraction | None:
    """Give a quantile by linear interpolation; None for no values.

    Type 7 of Hyndman and Fan (1996), the default of R: position (n - 1)·share, from 0. Exact, so
    that a comparison at the very threshold is right.
    """
    if not values:
        return None
    ordered = sorted(values)
    position = (len(ordered) - 1) * Fraction(share).limit_denominator(1_000_000)
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (position - below) * (ordered[above] - ordered[below])


def scored(ratings: Sequence[Rating], scale: Scale) -> list[int]:
    """Keep the points that people gave; raise ValueError for one that is not on the scale."""
    points = [rating for rating in ratings if rating is not None]
    stray = [point for point in points if point not in scale.points]
    if stray:
        raise ValueError(f"{stray[0]} is not on a scale of {scale.low} to {scale.high}.")
    return points


def denominator(ratings: Sequence[Rating], unable: UnableToSay) -> int:
    """Count the answers that shares are taken of."""
    if unable is UnableToSay.COUNTED:
        return len(ratings)
    return sum(rating is not None for rating in ratings)


def describe(
    ratings: Sequence[Rating],
    scale: Scale = NINE_POINTS,
    unable: UnableToSay = UnableToSay.LEFT_OUT,
) -> Distribution:
    """Count and summarise ratings; the median and the quartiles never see “unable to say”."""
    points = scored(ratings, scale)
    found = Counter(points)
    whole = denominator(ratings, unable)
    lower, upper = quantile(points, Fraction(1, 4)), quantile(points, Fraction(3, 4))
    return Distribution(
        rated=len(points),
        unable=len(ratings) - len(points),
        denominator=whole,
        counts={point: found[point] for point in scale.points},
        shares={band.name: count_in(points, band) / whole for band in scale.bands}
        if whole
        else None,
        median=as_float(quantile(points, Fraction(1, 2))),
        lower_quartile=as_float(lower),
        upper_quartile=as_float(upper),
        interquartile_range=None if lower is None or upper is None else float(upper - lower),
    )


def count_in(points: Sequence[int], band: Band) -> int:
    """Count the points in a band."""
    return sum(band.holds(point) for point in points)


def as_float(value: Fraction | None) -> float | None:
    """Round an exact figure for showing, and keep “not defined” as it is."""
    return None if value is None else float(value)

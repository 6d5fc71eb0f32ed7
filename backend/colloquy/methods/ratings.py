"""Everything that is said about one rated item, over all and by stakeholder group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from colloquy.methods.appropriateness import rand_ucla
from colloquy.methods.consensus import SMALL_PANEL, Outcome
from colloquy.methods.rules import Rated, Rule, decide, fits
from colloquy.methods.scales import (
    NINE_POINTS,
    Rating,
    Scale,
    UnableToSay,
    as_float,
    describe,
    quantile,
    scored,
)
from colloquy.methods.tallies import DEFAULT_THRESHOLD, showable_groups


@dataclass(frozen=True, slots=True)
class RatingFigures:
    """The figures of one set of ratings; None where a figure is not defined.

    `n` people rated and `unable` said that they were unable to; the shares are parts of one. `ai`,
    `ipras`, `di` and `rand` rest on constants that Fitch et al. 2001 found for the points 1 to 9,
    so no other scale has them.
    """

    n: int
    unable: int
    median: float | None
    q1: float | None
    q3: float | None
    iqr: float | None
    p30: float | None
    p70: float | None
    ipr: float | None
    iprcp: float | None
    ai: float | None
    ipras: float | None
    di: float | None
    rand: Outcome | None
    share_low: float | None
    share_middle: float | None
    share_high: float | None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """An item's figures; a group that may not be shown alone is None.

    `consensus` has every rule asked for; None marks one that does not fit the scale. In a small
    panel the interquartile range depends on its size: say so beside it.
    """

    overall: RatingFigures
    groups: dict[str, RatingFigures | None]
    consensus: dict[Rule, Outcome | None]
    is_small_panel: bool


def summarise(
    ratings: Sequence[Rating],
    scale: Scale = NINE_POINTS,
    unable: UnableToSay = UnableToSay.LEFT_OUT,
) -> RatingFigures:
    """Work out all figures of one set of ratings on a scale of three bands."""
    if len(scale.bands) != 3:
        raise ValueError("Low, middle and high shares need a scale of three bands.")
    found = describe(ratings, scale, unable)
    points = scored(ratings, scale)
    p30, p70 = quantile(points, Fraction(3, 10)), quantile(points, Fraction(7, 10))
    verdict = rand_ucla(points) if scale.points == NINE_POINTS.points else None
    steps = verdict.figures if verdict else None
    low, middle, high = (found.shares[band.name] if found.shares else None for band in scale.bands)
    return RatingFigures(
        n=found.rated,
        unable=found.unable,
        median=found.median,
        q1=found.lower_quartile,
        q3=found.upper_quartile,
        iqr=found.interquartile_range,
        p30=as_float(p30),
        p70=as_float(p70),
        ipr=None if p30 is None or p70 is None else float(p70 - p30),
        iprcp=None if p30 is None or p70 is None else float((p30 + p70) / 2),
        ai=steps.asymmetry_index if steps else None,
        ipras=steps.adjusted_range if steps else None,
        di=steps.disagreement_index if steps else None,
        rand=verdict.outcome if verdict and steps else None,
        share_low=low,
        share_middle=middle,
        share_high=high,
    )


def judge_item(
    by_group: Mapping[str, Sequence[Rating]],
    scale: Scale = NINE_POINTS,
    *,
    threshold: int | None = DEFAULT_THRESHOLD,
    unable: UnableToSay = UnableToSay.LEFT_OUT,
    rules: Sequence[Rule] = tuple(Rule),
) -> ItemFigures:
    """Work out an item's figures, hiding groups that are small or could be had by subtraction.

    The ratings of people without a group go under an empty name: they count in the whole, and
    cover others, but are no group. Without a threshold nobody is hidden.
    """
    whole = [rating for ratings in by_group.values() for rating in ratings]
    named = {name: ratings for name, ratings in by_group.items() if name}
    showable = by_group.keys() if threshold is None else showable_ratings(by_group, threshold)
    shown = {name: ratings for name, ratings in named.items() if name in showable}
    rated = Rated(whole, shown, scale, unable)
    overall = summarise(whole, scale, unable)
    return ItemFigures(
        overall=overall,
        groups={
            name: summarise(ratings, scale, unable) if name in shown else None
            for name, ratings in named.items()
        },
        consensus={rule: decide(rule, rated) if fits(rule, scale) else None for rule in rules},
        is_small_panel=overall.n < SMALL_PANEL,
    )


def showable_ratings(by_group: Mapping[str, Sequence[Rating]], threshold: int) -> frozenset[str]:
    """Choose groups with enough answers and also with enough ratings among them.

    Three answers of which two are “unable to say” would show one person's rating.
    """
    answered = {name: len(ratings) for name, ratings in by_group.items()}
    rated = {
        name: sum(rating is not None for rating in ratings) for name, ratings in by_group.items()
    }
    return showable_groups(answered, threshold) & showable_groups(rated, threshold)

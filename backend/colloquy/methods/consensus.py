"""Rules of consensus for rated items: each gives its verdict with the numbers it rests on.

Several are computed for every item; which of them decides is locked before a round opens.
Sources: COMET handbook, and ELICIT (Trials 2015) for 70/15; PMC10860107 for its variants by group;
Diamond et al. 2014 for the share of agreement; Birko et al. 2015 for the interquartile range;
Fitch et al. 2001 for RAND/UCLA; BMC Med Inform Decis Mak 12:93 for the count rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from colloquy.methods.scales import (
    NINE_POINTS,
    Rating,
    Scale,
    UnableToSay,
    as_float,
    count_in,
    denominator,
    quantile,
    scored,
)

SMALL_PANEL = 20
"""Below this many ratings the interquartile range depends on the size of the panel (Birko 2015)."""


class Outcome(StrEnum):
    """What a rule makes of an item; nobody's ratings are never a verdict."""

    IN = "in"
    OUT = "out"
    UNCERTAIN = "uncertain"
    APPROPRIATE = "appropriate"
    INAPPROPRIATE = "inappropriate"
    AGREEMENT = "agreement"
    DISAGREEMENT = "disagreement"
    INDETERMINATE = "indeterminate"
    NOT_DEFINED = "not defined"


@dataclass(frozen=True, slots=True)
class ShareVerdict:
    """A verdict on the shares of answers in the top and the bottom band, in per cent."""

    rule: str
    outcome: Outcome
    denominator: int
    top: int
    bottom: int
    top_percent: float | None
    bottom_percent: float | None


@dataclass(frozen=True, slots=True)
class GroupVerdict:
    """A verdict that every stakeholder group has a say in, with each group's own."""

    rule: str
    outcome: Outcome
    groups: dict[str, ShareVerdict]


@dataclass(frozen=True, slots=True)
class RangeVerdict:
    """A verdict on the interquartile range; `is_small_panel` asks for a word of caution."""

    rule: str
    outcome: Outcome
    rated: int
    median: float | None
    interquartile_range: float | None
    largest_range: float
    is_small_panel: bool


def seventy_fifteen(
    ratings: Sequence[Rating],
    scale: Scale = NINE_POINTS,
    *,
    most: float = 70,
    few: float = 15,
    unable: UnableToSay = UnableToSay.LEFT_OUT,
) -> ShareVerdict:
    """Take an item in with ≥ 70 % in the top band and < 15 % in the bottom one; out the other way.

    The way out is variant A of the rule.
    """
    counts = _ends(ratings, scale, unable)
    if not counts.whole:
        outcome = Outcome.NOT_DEFINED
    elif counts.is_at_least(counts.top, most) and not counts.is_at_least(counts.bottom, few):
        outcome = Outcome.IN
    elif counts.is_at_least(counts.bottom, most) and not counts.is_at_least(counts.top, few):
        outcome = Outcome.OUT
    else:
        outcome = Outcome.UNCERTAIN
    return counts.verdict(f"{most:g}/{few:g}", outcome)


def seventy_fifteen_in_each_group(
    groups: Mapping[str, Sequence[Rating]],
    scale: Scale = NINE_POINTS,
    *,
    most: float = 70,
    few: float = 15,
    unable: UnableToSay = UnableToSay.LEFT_OUT,
) -> GroupVerdict:
    """Take an item in when the rule for “in” holds in every stakeholder group; it never says out."""
    verdicts = {
        group: seventy_fifteen(ratings, scale, most=most, few=few, unable=unable)
        for group, ratings in groups.items()
    }
    outcome = _all_or_uncertain(verdicts, Outcome.IN)
    return GroupVerdict(f"{most:g}/{few:g} in each group", outcome, verdicts)


def at_most_half_in_each_group(
    groups: Mapping[str, Sequence[Rating]],
    scale: Scale = NINE_POINTS,
    *,
    most: float = 50,
    unable: UnableToSay = UnableToSay.LEFT_OUT,
) -> GroupVerdict:
    """Take an item out when ≤ 50 % are in the top band in every group (variant B); it never says in."""
    verdicts = {
        group: _at_most(ratings, scale, most=most, unable=unable)
        for group, ratings in groups.items()
    }
    outcome = _all_or_uncertain(verdicts, Outcome.OUT)
    return GroupVerdict(f"at most {most:g} % in each group", outcome, verdicts)


def share_of_agreement(
    ratings: Sequence[Rating],
    scale: Scale = NINE_POINTS,
    *,
    percent: float = 75,
    unable: UnableToSay = UnableToSay.LEFT_OUT,
) -> ShareVerdict:
    """Take an item in, or out, when a share of the answers agrees on the top, or the bottom, band.

    75 % is the median threshold of the 100 Delphis in Diamond 2014. Raises ValueError for a
    threshold that both bands could reach.
    """
    if not 50 < percent <= 100:
        raise ValueError("A share of agreement is more than 50 % and at most 100 %.")
    counts = _ends(ratings, scale, unable)
    if not counts.whole:
        outcome = Outcome.NOT_DEFINED
    elif counts.is_at_least(counts.top, percent):
        outcome = Outcome.IN
    elif counts.is_at_least(counts.bottom, percent):
        outcome = Outcome.OUT
    else:
        outcome = Outcome.UNCERTAIN
    return counts.verdict(f"{percent:g} % agreement", outcome)


def narrow_range(
    ratings: Sequence[Rating], scale: Scale = NINE_POINTS, *, largest: float = 3
) -> RangeVerdict:
    """Take an item in, or out, when IQR ≤ k and the median is in the top, or the bottom, band.

    k = 3 is usual on nine points; state another for another scale.
    """
    points = scored(ratings, scale)
    median = quantile(points, Fraction(1, 2))
    lower, upper = quantile(points, Fraction(1, 4)), quantile(points, Fraction(3, 4))
    spread = None if lower is None or upper is None else upper - lower
    band = scale.band_of(median)
    if spread is None:
        outcome = Outcome.NOT_DEFINED
    elif spread > Fraction(largest) or band not in (scale.top, scale.bottom):
        outcome = Outcome.UNCERTAIN
    else:
        outcome = Outcome.IN if band == scale.top else Outcome.OUT
    return RangeVerdict(
        rule=f"interquartile range at most {largest:g}",
        outcome=outcome,
        rated=len(points),
        median=as_float(median),
        interquartile_range=as_float(spread),
        largest_range=largest,
        is_small_panel=len(points) < SMALL_PANEL,
    )


@dataclass(frozen=True, slots=True)
class _Ends:
    whole: int
    top: int
    bottom: int

    def is_at_least(self, count: int, percent: float) -> bool:
        """Compare whole numbers, so that 7 of 10 is 70 % and never 69.99."""
        return 100 * count >= Fraction(percent) * self.whole

    def verdict(self, rule: str, outcome: Outcome) -> ShareVerdict:
        return ShareVerdict(
            rule=rule,
            outcome=outcome,
            denominator=self.whole,
            top=self.top,
            bottom=self.bottom,
            top_percent=100 * self.top / self.whole if self.whole else None,
            bottom_percent=100 * self.bottom / self.whole if self.whole else None,
        )


def _ends(ratings: Sequence[Rating], scale: Scale, unable: UnableToSay) -> _Ends:
    points = scored(ratings, scale)
    # A panel that could only say "unable to say" has not rated the item, whatever the setting.
    whole = denominator(ratings, unable) if points else 0
    return _Ends(whole, count_in(points, scale.top), count_in(points, scale.bottom))


def _at_most(
    ratings: Sequence[Rating], scale: Scale, *, most: float, unable: UnableToSay
) -> ShareVerdict:
    counts = _ends(ratings, scale, unable)
    is_out = 100 * counts.top <= Fraction(most) * counts.whole
    outcome = Outcome.OUT if is_out else Outcome.UNCERTAIN
    return counts.verdict(f"at most {most:g} %", outcome if counts.whole else Outcome.NOT_DEFINED)


def _all_or_uncertain(verdicts: Mapping[str, ShareVerdict], wanted: Outcome) -> Outcome:
    """Ask every group; a group that nobody rated in leaves the whole not defined."""
    outcomes = {verdict.outcome for verdict in verdicts.values()}
    if not outcomes or Outcome.NOT_DEFINED in outcomes:
        return Outcome.NOT_DEFINED
    return wanted if outcomes == {wanted} else Outcome.UNCERTAIN

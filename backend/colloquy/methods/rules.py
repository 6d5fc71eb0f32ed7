"""The rules of consensus by name: which fit a scale, and what each makes of an item."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from colloquy.methods import appropriateness, consensus
from colloquy.methods.consensus import Outcome
from colloquy.methods.scales import NINE_POINTS, Rating, Scale, UnableToSay


class Rule(StrEnum):
    """A rule of consensus, as `consensus` and `appropriateness` compute it."""

    SEVENTY_FIFTEEN = "70/15"
    SEVENTY_FIFTEEN_EACH = "70/15 in each group"
    AT_MOST_HALF_EACH = "at most 50 % in each group"
    AGREEMENT = "75 % agreement"
    NARROW_RANGE = "narrow range"
    RAND_UCLA = "RAND/UCLA"
    CLASSIC_COUNT = "classic count"


BY_GROUP = (Rule.SEVENTY_FIFTEEN_EACH, Rule.AT_MOST_HALF_EACH)
NINE_POINTS_ONLY = (Rule.RAND_UCLA, Rule.CLASSIC_COUNT)


@dataclass(frozen=True, slots=True)
class Rated:
    """Ratings of everybody, and of the groups that may be shown alone.

    The rules by group ask only these groups: a verdict that rested on a small one would give its
    answers away.
    """

    whole: Sequence[Rating]
    shown: Mapping[str, Sequence[Rating]]
    scale: Scale
    unable: UnableToSay = UnableToSay.LEFT_OUT


_OUTCOMES: dict[Rule, Callable[[Rated], Outcome]] = {
    Rule.SEVENTY_FIFTEEN: lambda rated: (
        consensus.seventy_fifteen(rated.whole, rated.scale, unable=rated.unable).outcome
    ),
    Rule.SEVENTY_FIFTEEN_EACH: lambda rated: (
        consensus.seventy_fifteen_in_each_group(
            rated.shown, rated.scale, unable=rated.unable
        ).outcome
    ),
    Rule.AT_MOST_HALF_EACH: lambda rated: (
        consensus.at_most_half_in_each_group(rated.shown, rated.scale, unable=rated.unable).outcome
    ),
    Rule.AGREEMENT: lambda rated: (
        consensus.share_of_agreement(rated.whole, rated.scale, unable=rated.unable).outcome
    ),
    Rule.NARROW_RANGE: lambda rated: (
        consensus.narrow_range(rated.whole, rated.scale, largest=largest_range(rated.scale)).outcome
    ),
    Rule.RAND_UCLA: lambda rated: appropriateness.rand_ucla(rated.whole).outcome,
    Rule.CLASSIC_COUNT: lambda rated: appropriateness.classic_count(rated.whole).outcome,
}


def fits(rule: Rule, scale: Scale) -> bool:
    """Claim that a rule can be asked on a scale: two are made for the points 1 to 9."""
    return scale.points == NINE_POINTS.points or rule not in NINE_POINTS_ONLY


def decide(rule: Rule, rated: Rated) -> Outcome:
    """Say what a rule makes of an item; not defined where it does not fit or nobody rated."""
    return _OUTCOMES[rule](rated) if fits(rule, rated.scale) else Outcome.NOT_DEFINED


def largest_range(scale: Scale) -> int:
    """Give the widest interquartile range that still counts as narrow.

    3 is usual on nine points; a shorter or longer scale gets the same part of its length.
    """
    return 3 * (scale.high - scale.low) // (NINE_POINTS.high - NINE_POINTS.low)

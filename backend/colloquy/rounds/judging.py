"""Every rule of consensus on the answers to one rated question. Pure: no database."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from colloquy.methods import appropriateness, consensus
from colloquy.methods.consensus import Outcome
from colloquy.methods.scales import NINE_POINTS, Rating, Scale, describe
from colloquy.rounds.figures import VerdictRead
from colloquy.rounds.models import Rule

BY_GROUP = (Rule.SEVENTY_FIFTEEN_EACH, Rule.AT_MOST_HALF_EACH)
NINE_POINTS_ONLY = (Rule.RAND_UCLA, Rule.CLASSIC_COUNT)
# IQR ≤ 3 is usual on nine points; about the same part of the shorter scales
LARGEST_RANGE = {9: 3, 7: 2, 5: 1}


@dataclass(frozen=True, slots=True)
class Rated:
    """Ratings of everybody, and of the groups that may be shown alone.

    The rules by group ask only these groups: a verdict that rested on a small one would give its
    answers away.
    """

    whole: Sequence[Rating]
    shown: Mapping[str, Sequence[Rating]]
    scale: Scale


_OUTCOMES: dict[Rule, Callable[[Rated], Outcome]] = {
    Rule.SEVENTY_FIFTEEN: lambda rated: consensus.seventy_fifteen(rated.whole, rated.scale).outcome,
    Rule.SEVENTY_FIFTEEN_EACH: lambda rated: (
        consensus.seventy_fifteen_in_each_group(rated.shown, rated.scale).outcome
    ),
    Rule.AT_MOST_HALF_EACH: lambda rated: (
        consensus.at_most_half_in_each_group(rated.shown, rated.scale).outcome
    ),
    Rule.AGREEMENT: lambda rated: consensus.share_of_agreement(rated.whole, rated.scale).outcome,
    Rule.NARROW_RANGE: lambda rated: (
        consensus.narrow_range(
            rated.whole, rated.scale, largest=LARGEST_RANGE[rated.scale.high]
        ).outcome
    ),
    Rule.RAND_UCLA: lambda rated: appropriateness.rand_ucla(rated.whole).outcome,
    Rule.CLASSIC_COUNT: lambda rated: appropriateness.classic_count(rated.whole).outcome,
}


def judge(rated: Rated, locked: Rule) -> list[VerdictRead]:
    """The verdict of every rule, the locked one marked."""
    return [_judge_by(rule, rated, is_locked=rule == locked) for rule in Rule]


def is_divided(rated: Rated) -> bool:
    """True when the panel pulls in two directions, not merely has no view in common.

    Either the disagreement index is over 1 (RAND/UCLA, on nine points), or the median of one shown
    group is in the top band and that of another in the bottom one.
    """
    scale = rated.scale
    if scale == NINE_POINTS and appropriateness.rand_ucla(rated.whole).has_disagreement:
        return True
    bands = {scale.band_of(describe(ratings, scale).median) for ratings in rated.shown.values()}
    return {scale.top, scale.bottom} <= bands


def _judge_by(rule: Rule, rated: Rated, *, is_locked: bool) -> VerdictRead:
    fits = rated.scale == NINE_POINTS or rule not in NINE_POINTS_ONLY
    outcome = _OUTCOMES[rule](rated) if fits else Outcome.NOT_DEFINED
    return VerdictRead(
        rule=rule,
        outcome=outcome,
        is_locked=is_locked,
        is_by_group=rule in BY_GROUP,
        reason=_why_not(rule, rated, fits=fits) if outcome == Outcome.NOT_DEFINED else "",
    )


def _why_not(rule: Rule, rated: Rated, *, fits: bool) -> str:
    if not fits:
        return "This rule is made for nine points."
    if not any(rating is not None for rating in rated.whole):
        return "Nobody gave a rating."
    if rule in BY_GROUP:
        return "No group is large enough to be asked by itself."
    return "This rule is made for panels of 8 to 16 people."

"""Every rule of consensus on the answers to one rated question. Pure: no database."""

from collections.abc import Sequence

from colloquy.methods.appropriateness import rand_ucla
from colloquy.methods.consensus import Outcome
from colloquy.methods.rules import BY_GROUP, Rated, Rule, decide, fits
from colloquy.methods.scales import NINE_POINTS, Scale, describe
from colloquy.rounds.results.figures import ItemOutcome, VerdictRead

_IN_OUR_WORDS = {
    Outcome.IN: ItemOutcome.IN,
    Outcome.APPROPRIATE: ItemOutcome.IN,
    Outcome.OUT: ItemOutcome.OUT,
    Outcome.INAPPROPRIATE: ItemOutcome.OUT,
    Outcome.DISAGREEMENT: ItemOutcome.DIVIDED,
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
    if scale == NINE_POINTS and rand_ucla(rated.whole).has_disagreement:
        return True
    bands = {scale.band_of(describe(ratings, scale).median) for ratings in rated.shown.values()}
    return {scale.top, scale.bottom} <= bands


def outcome_of(
    verdicts: Sequence[VerdictRead], scale: Scale, median: float | None, *, is_divided: bool
) -> ItemOutcome | None:
    """What the locked rule makes of an item in the words of the field; None without a verdict.

    Where the rule finds no consensus, the panel is divided or has no view in common.
    """
    locked = next((verdict.outcome for verdict in verdicts if verdict.is_locked), None)
    if locked is None or locked is Outcome.NOT_DEFINED:
        return None
    if locked is Outcome.AGREEMENT:
        band = scale.band_of(median)
        ends = {scale.top: ItemOutcome.IN, scale.bottom: ItemOutcome.OUT}
        # the classic count can also agree on the middle band: neither in nor out
        return ends.get(band, ItemOutcome.NONE) if band else ItemOutcome.NONE
    unsettled = ItemOutcome.DIVIDED if is_divided else ItemOutcome.NONE
    return _IN_OUR_WORDS.get(locked, unsettled)


def _judge_by(rule: Rule, rated: Rated, *, is_locked: bool) -> VerdictRead:
    outcome = decide(rule, rated)
    return VerdictRead(
        rule=rule,
        outcome=outcome,
        is_locked=is_locked,
        is_by_group=rule in BY_GROUP,
        reason=_why_not(rule, rated) if outcome == Outcome.NOT_DEFINED else "",
    )


def _why_not(rule: Rule, rated: Rated) -> str:
    if not fits(rule, rated.scale):
        return "This rule is made for nine points."
    if not any(rating is not None for rating in rated.whole):
        return "Nobody gave a rating."
    if rule in BY_GROUP:
        return "No group is large enough to be asked by itself."
    return "This rule is made for panels of 8 to 16 people."

"""Verdicts on a rated question: every rule is asked, and small groups decide nothing by themselves."""

import pytest

from colloquy.methods.rules import Rated, Rule
from colloquy.methods.scales import FIVE_POINTS, NINE_POINTS
from colloquy.rounds.results.judging import is_divided, judge


def _outcomes(rated: Rated) -> dict[Rule, str]:
    return {verdict.rule: verdict.outcome.value for verdict in judge(rated, Rule.RAND_UCLA)}


def test_the_published_example_is_appropriate_by_rand_ucla() -> None:
    # PMC3467596, Table 1: median 7, disagreement index 0.164
    ratings = [4, 5, 6, *[7] * 5, *[8] * 5, *[9] * 2]
    outcomes = _outcomes(Rated(ratings, {"all": ratings}, NINE_POINTS))
    assert outcomes[Rule.RAND_UCLA] == "appropriate"
    assert outcomes[Rule.SEVENTY_FIFTEEN] == "in"


def test_a_group_that_is_not_shown_has_no_say_in_the_rules_by_group() -> None:
    whole = [8, 8, 8, 9, 9, 9, 1, 1]
    outcomes = _outcomes(Rated(whole, {"carers": whole[:3], "leaders": whole[3:6]}, NINE_POINTS))
    assert outcomes[Rule.SEVENTY_FIFTEEN_EACH] == "in"
    assert outcomes[Rule.SEVENTY_FIFTEEN] == "uncertain"


def test_without_a_group_to_show_the_rules_by_group_say_nothing() -> None:
    verdicts = judge(Rated([9, 9], {}, NINE_POINTS), Rule.SEVENTY_FIFTEEN_EACH)
    locked = next(verdict for verdict in verdicts if verdict.is_locked)
    assert (locked.outcome.value, locked.is_by_group) == ("not defined", True)
    assert locked.reason == "No group is large enough to be asked by itself."


@pytest.mark.parametrize(
    ("groups", "divided"),
    [
        ({"a": [5, 5, 5], "b": [1, 1, 2]}, True),
        ({"a": [5, 5, 5], "b": [3, 3, 3]}, False),
        ({"a": [4, 5, 5], "b": [4, 4, 5]}, False),
    ],
)
def test_on_other_scales_a_panel_is_divided_when_groups_stand_at_both_ends(
    groups: dict[str, list[int]], divided: bool
) -> None:
    whole = [rating for ratings in groups.values() for rating in ratings]
    assert is_divided(Rated(whole, groups, FIVE_POINTS)) is divided


def test_on_nine_points_the_disagreement_index_alone_can_say_that_a_panel_is_divided() -> None:
    assert is_divided(Rated([1, 1, 1, 1, 5, 9, 9, 9, 9], {}, NINE_POINTS))
    assert not is_divided(Rated([4, 5, 5, 5, 6], {}, NINE_POINTS))

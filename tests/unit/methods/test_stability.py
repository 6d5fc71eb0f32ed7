"""Two rounds compared person by person: by hand, by published properties, and against scikit-learn."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from sklearn.metrics import cohen_kappa_score

from colloquy.methods.concordance import kendall_w
from colloquy.methods.kappa import Weights, weighted_kappa
from colloquy.methods.scales import NINE_POINTS, SEVEN_POINTS, Rating
from colloquy.methods.stability import compare_rounds

PAIRS = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=2, max_size=40)


def people(ratings: Sequence[Rating]) -> dict[str, Rating]:
    return {f"p{number:02}": rating for number, rating in enumerate(ratings)}


@pytest.mark.parametrize("weights", list(Weights))
@settings(deadline=None)
@given(pairs=PAIRS)
def test_weighted_kappa_is_that_of_scikit_learn(
    weights: Weights, pairs: list[tuple[int, int]]
) -> None:
    ours = weighted_kappa(pairs, weights)

    if ours is None:
        assert len({rating for pair in pairs for rating in pair}) == 1
    else:
        before, after = zip(*pairs, strict=True)
        theirs = cohen_kappa_score(before, after, labels=range(1, 10), weights=weights.value)
        assert ours == pytest.approx(theirs)


def test_kappa_by_hand() -> None:
    # costs: observed 0+1+0+4 = 5; all 16 combinations of earlier and later 17+7+11+25 = 60
    pairs = [(1, 1), (2, 3), (4, 4), (5, 3)]

    assert weighted_kappa(pairs) == pytest.approx(1 - 5 * 4 / 60)
    assert weighted_kappa([]) is None


def test_a_change_of_band_is_counted_and_a_move_inside_a_band_is_not() -> None:
    found = compare_rounds(people([1, 3, 4, 7, None]), people([3, 4, 4, None, 9]))

    assert (found.pairs, found.changed_band) == (3, 1)
    assert found.share_changed == pytest.approx(1 / 3)


def test_bands_are_those_of_the_scale() -> None:
    found = compare_rounds(people([2, 5]), people([3, 6]), SEVEN_POINTS)

    assert found.share_changed == 1


def test_the_signed_rank_test_by_hand() -> None:
    # moves +1, +2, -3, +4, 0: the ranks of the one negative move sum to 3; of the 16 ways to sign
    # four ranks, 5 give a sum of at most 3, and as many at least 7
    found = compare_rounds(people([5, 5, 5, 5, 5]), people([6, 7, 2, 9, 5])).signed_rank

    assert (found.moved, found.statistic) == (4, 3)
    assert found.p == pytest.approx(2 * 5 / 16)


def test_equal_moves_share_their_ranks() -> None:
    # by the normal approximation in closed form, without a correction for continuity
    moves = [1, 1, 1, 2, 2, -1, 1, 3]
    found = compare_rounds(people([4] * 8), people([4 + move for move in moves])).signed_rank
    ranks = stats.rankdata(np.abs(moves))
    deviation = np.sqrt((ranks**2).sum() / 4)

    expected = 2 * stats.norm.sf(abs(3 - ranks.sum() / 2) / deviation)

    assert found.statistic == 3
    assert found.p == pytest.approx(expected)


def test_nobody_moved_is_perfect_agreement_and_leaves_no_test() -> None:
    found = compare_rounds(people([3, 7, 8]), people([3, 7, 8]))

    assert (found.kappa, found.kappa_linear, found.share_changed) == (1, 1, 0)
    assert (found.signed_rank.statistic, found.signed_rank.p) == (None, None)


@pytest.mark.parametrize(("number", "is_given"), [(29, False), (30, True)])
def test_variation_needs_thirty_people(number: int, is_given: bool) -> None:
    before, after = [5, 7] * (number // 2 + 1), [6, 6, 6, 7] * number

    found = compare_rounds(people(before[:number]), people(after[:number])).variation

    assert (found is not None) is is_given
    if found:
        assert found.earlier == pytest.approx(stats.variation(before[:number], ddof=1))
        assert found.change == pytest.approx(found.later - found.earlier)


def test_those_who_left_are_compared_with_those_who_stayed() -> None:
    earlier = people([8, 9, 8, 2, 1, None])
    later: dict[str, Rating] = {"p00": 8, "p01": 9, "p02": None, "new": 5}

    found = compare_rounds(earlier, later).attrition

    assert (found.earlier, found.joined, found.share_left) == (5, 1, 0.4)
    assert (found.stayed.n, found.stayed.median, found.left.n, found.left.median) == (3, 8, 2, 1.5)
    assert found.left.mean == 1.5
    assert found.difference_p == pytest.approx(
        stats.mannwhitneyu([8, 9, 8], [2, 1], alternative="two-sided").pvalue
    )


def test_who_skipped_one_item_has_not_left() -> None:
    found = compare_rounds(people([8, 2]), {"p00": 8}, still_here={"p00", "p01"})

    assert (found.attrition.stayed.n, found.attrition.left.n) == (2, 0)
    assert found.attrition.difference_p is None


def test_all_alike_have_no_drop_out_bias() -> None:
    found = compare_rounds(people([7, 7, 7]), {"p00": 7})

    assert found.attrition.difference_p == 1


def test_a_rating_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="not on a scale of 1 to 7"):
        compare_rounds(people([8]), people([7]), SEVEN_POINTS)


@settings(deadline=None)
@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_people_never_matters(pairs: list[tuple[int, int]], random: Random) -> None:
    names = [f"p{number}" for number in range(len(pairs))]
    shuffled = list(names)
    random.shuffle(shuffled)
    before = dict(zip(names, (one for one, _ in pairs), strict=True))
    after = dict(zip(names, (other for _, other in pairs), strict=True))

    again = compare_rounds(
        {name: before[name] for name in shuffled}, {name: after[name] for name in shuffled}
    )

    assert again == compare_rounds(before, after, NINE_POINTS)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(1, 9), min_size=4, max_size=4), min_size=3, max_size=12))
def test_kendalls_w_is_friedmans_statistic_by_another_name(rows: list[list[int]]) -> None:
    """χ² = m·(n - 1)·W, ties corrected on both sides."""
    items = [people([row[column] for row in rows]) for column in range(4)]

    found = kendall_w(items)

    if all(len(set(row)) == 1 for row in rows):
        assert (found.w, found.p) == (None, None)
    else:
        friedman = stats.friedmanchisquare(*np.array(rows).T)
        assert found.w == pytest.approx(friedman.statistic / (len(rows) * 3), abs=1e-12)
        assert found.p == pytest.approx(friedman.pvalue)


def test_kendalls_w_is_one_for_one_order_and_nought_for_opposite_orders() -> None:
    assert kendall_w([people([1, 2]), people([4, 5]), people([8, 9])]).w == 1
    assert kendall_w([people([1, 9]), people([5, 5]), people([9, 1])]).w == 0


def test_only_people_who_rated_every_item_can_be_ranked() -> None:
    found = kendall_w([people([1, 2, 3, None]), people([4, 5, None, None])])

    assert (found.people, found.left_out, found.items, found.w) == (2, 1, 2, 1)
    assert kendall_w([]).w is None
    assert kendall_w([people([1]), people([2])]).w is None

"""A small group's answers stay inside the whole, and cannot be had by subtraction."""

from hypothesis import given
from hypothesis import strategies as st

from colloquy.methods.tallies import (
    Vote,
    showable_groups,
    split_by_group,
    tally_votes,
)

SIZES = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 12), max_size=6)


def test_votes_are_counted_and_passes_are_votes() -> None:
    tally = tally_votes([Vote.AGREE, Vote.AGREE, Vote.DISAGREE, Vote.PASS])

    assert (tally.agree, tally.disagree, tally.passed, tally.total) == (2, 1, 1, 4)
    assert (tally.share_agree, tally.share_disagree) == (0.5, 0.25)


def test_no_votes_have_no_shares() -> None:
    tally = tally_votes([])

    assert (tally.total, tally.share_agree, tally.share_disagree) == (0, None, None)


def test_groups_of_three_and_more_are_shown_beside_the_whole() -> None:
    split = split_by_group({"patients": ["a", "a", "b"], "leaders": ["b"] * 4})

    assert split.whole.counts == {"a": 2, "b": 5}
    assert split.groups["patients"].counts == {"a": 2, "b": 1}
    assert split.groups["leaders"].total == 4


def test_one_small_group_takes_the_smallest_other_with_it() -> None:
    split = split_by_group({"carers": [1, 1], "patients": [9] * 4, "leaders": [5] * 5})

    assert split.whole.total == 11
    assert split.groups["carers"].suppressed
    assert split.groups["carers"].counts is None
    assert split.groups["patients"].suppressed
    assert split.groups["patients"].total is None
    assert not split.groups["leaders"].suppressed


def test_two_small_groups_that_make_up_the_threshold_hide_each_other() -> None:
    assert showable_groups({"A": 2, "B": 1, "C": 5, "D": 6}) == {"C", "D"}


def test_two_small_groups_below_the_threshold_together_take_another_with_them() -> None:
    assert showable_groups({"A": 1, "B": 1, "C": 5, "D": 6}) == {"D"}


def test_an_empty_group_is_no_cover_for_a_small_one() -> None:
    assert showable_groups({"A": 2, "B": 0, "C": 5, "D": 6}) == {"D"}


def test_an_empty_group_hides_nobody() -> None:
    assert showable_groups({"A": 0, "B": 3, "C": 5}) == {"B", "C"}


def test_the_whole_can_have_a_threshold_of_its_own() -> None:
    answers = {"patients": [7, 7]}

    assert split_by_group(answers).whole.total == 2
    assert split_by_group(answers, threshold_of_whole=3).whole.suppressed


def test_a_threshold_of_one_shows_every_group_that_answered() -> None:
    assert showable_groups({"A": 1, "B": 2}, threshold=1) == {"A", "B"}


@given(SIZES, st.integers(2, 5))
def test_subtraction_never_gives_a_single_group_or_fewer_answers_than_the_threshold(
    sizes: dict[str, int], threshold: int
) -> None:
    shown = showable_groups(sizes, threshold)

    hidden = [size for group, size in sizes.items() if group not in shown and size]
    assert all(sizes[group] >= threshold for group in shown)
    assert not hidden or not shown or (len(hidden) > 1 and sum(hidden) >= threshold)

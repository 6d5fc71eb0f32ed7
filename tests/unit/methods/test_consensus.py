"""Rules of consensus give the figures that the literature prints, and none where nobody rated."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colloquy.methods import consensus, scales
from colloquy.methods.appropriateness import classic_count, rand_ucla
from colloquy.methods.consensus import Outcome
from colloquy.methods.scales import FIVE_POINTS, NINE_POINTS, SEVEN_POINTS, UnableToSay

PMC3467596_TABLE_1 = [4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9]
RATINGS = st.lists(st.integers(1, 9), min_size=1, max_size=40)


def ratings(*, low: int = 0, middle: int = 0, high: int = 0, unable: int = 0) -> list[int | None]:
    return [*[2] * low, *[5] * middle, *[8] * high, *[None] * unable]


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        # R: quantile(c(1, 2, 3, 4), c(.3, .25, .7), type = 7) gives 1.9, 1.75, 3.1
        ([4, 1, 3, 2], 0.3, 1.9),
        ([4, 1, 3, 2], 0.25, 1.75),
        ([4, 1, 3, 2], 0.7, 3.1),
        ([7], 0.7, 7),
        ([1, 9], 1, 9),
        ([1, 9], 0, 1),
    ],
)
def test_quantiles_are_those_of_r(values: list[int], share: float, expected: float) -> None:
    assert scales.as_float(scales.quantile(values, share)) == expected


@given(RATINGS.filter(lambda values: len(values) > 1))
def test_quartiles_agree_with_the_standard_library(values: list[int]) -> None:
    lower, middle, upper = statistics.quantiles(values, n=4, method="inclusive")

    found = scales.describe(values)

    assert (found.lower_quartile, found.median, found.upper_quartile) == (lower, middle, upper)


def test_a_distribution_counts_every_point_and_keeps_unable_to_say_apart() -> None:
    found = scales.describe([1, 5, 9, 9, None])

    assert found.counts == {1: 1, 2: 0, 3: 0, 4: 0, 5: 1, 6: 0, 7: 0, 8: 0, 9: 2}
    assert (found.rated, found.unable, found.denominator) == (4, 1, 4)
    assert found.shares == {
        "not important": 0.25,
        "important but not critical": 0.25,
        "critical": 0.5,
    }
    assert (found.median, found.interquartile_range) == (7, 5)


def test_unable_to_say_enters_the_denominator_only_when_the_round_says_so() -> None:
    answers = ratings(high=7, middle=2, unable=1)

    left_out = consensus.seventy_fifteen(answers)
    counted = consensus.seventy_fifteen(answers, unable=UnableToSay.COUNTED)

    assert (left_out.denominator, counted.denominator) == (9, 10)
    assert counted.top_percent == 70
    assert scales.describe(answers, unable=UnableToSay.COUNTED).median == 8


@pytest.mark.parametrize("answers", [[], [None, None]])
def test_an_item_nobody_rated_has_no_verdict_and_no_figure(answers: list[int | None]) -> None:
    found = scales.describe(answers)
    shares = consensus.seventy_fifteen(answers)
    spread = consensus.narrow_range(answers)
    appropriateness = rand_ucla(answers)

    assert (found.median, found.shares, found.interquartile_range) == (None, None, None)
    assert (shares.outcome, shares.top_percent) == (Outcome.NOT_DEFINED, None)
    assert consensus.share_of_agreement(answers).outcome == Outcome.NOT_DEFINED
    assert (spread.outcome, spread.interquartile_range) == (Outcome.NOT_DEFINED, None)
    assert (appropriateness.outcome, appropriateness.figures) == (Outcome.NOT_DEFINED, None)
    assert classic_count(answers).outcome == Outcome.NOT_DEFINED


def test_nobody_able_to_say_is_not_defined_even_when_they_are_counted() -> None:
    verdict = consensus.seventy_fifteen([None] * 5, unable=UnableToSay.COUNTED)

    assert verdict.outcome == Outcome.NOT_DEFINED


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        (ratings(high=70, middle=30), Outcome.IN),
        (ratings(high=69, middle=31), Outcome.UNCERTAIN),
        (ratings(high=70, middle=16, low=14), Outcome.IN),
        (ratings(high=70, middle=15, low=15), Outcome.UNCERTAIN),
        (ratings(low=70, middle=16, high=14), Outcome.OUT),
        (ratings(low=70, middle=15, high=15), Outcome.UNCERTAIN),
        (ratings(low=7, middle=3), Outcome.OUT),
        (ratings(middle=10), Outcome.UNCERTAIN),
    ],
)
def test_seventy_fifteen_turns_exactly_at_its_thresholds(
    answers: list[int | None], outcome: Outcome
) -> None:
    assert consensus.seventy_fifteen(answers).outcome == outcome


def test_every_group_must_agree_to_take_an_item_in() -> None:
    agreeing = {"patients": ratings(high=8, middle=2), "leaders": ratings(high=7, middle=3)}
    divided = agreeing | {"leaders": ratings(high=6, middle=4)}

    assert consensus.seventy_fifteen_in_each_group(agreeing).outcome == Outcome.IN
    verdict = consensus.seventy_fifteen_in_each_group(divided)
    assert verdict.outcome == Outcome.UNCERTAIN
    assert verdict.groups["patients"].outcome == Outcome.IN
    assert verdict.groups["leaders"].top_percent == 60


def test_at_most_half_critical_in_every_group_takes_an_item_out() -> None:
    half = {"patients": ratings(high=5, middle=5), "leaders": ratings(high=1, low=9)}
    more = half | {"leaders": ratings(high=6, low=4)}

    assert consensus.at_most_half_in_each_group(half).outcome == Outcome.OUT
    assert consensus.at_most_half_in_each_group(more).outcome == Outcome.UNCERTAIN


@pytest.mark.parametrize("groups", [{}, {"patients": ratings(high=9), "leaders": [None]}])
def test_a_claim_about_every_group_needs_ratings_from_every_group(
    groups: dict[str, list[int | None]],
) -> None:
    assert consensus.seventy_fifteen_in_each_group(groups).outcome == Outcome.NOT_DEFINED
    assert consensus.at_most_half_in_each_group(groups).outcome == Outcome.NOT_DEFINED


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        (ratings(high=3, middle=1), Outcome.IN),
        (ratings(low=3, high=1), Outcome.OUT),
        (ratings(high=2, middle=1), Outcome.UNCERTAIN),
    ],
)
def test_three_quarters_in_an_outer_band_are_agreement(
    answers: list[int | None], outcome: Outcome
) -> None:
    assert consensus.share_of_agreement(answers).outcome == outcome


def test_a_share_that_both_ends_could_reach_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 50"):
        consensus.share_of_agreement([9], percent=50)


@pytest.mark.parametrize(
    ("answers", "outcome", "spread"),
    [
        ([7, 7, 8, 9], Outcome.IN, 1.25),
        ([1, 2, 2, 3], Outcome.OUT, 0.5),
        ([5, 5, 5, 5], Outcome.UNCERTAIN, 0),
        ([6, 6, 7, 7], Outcome.UNCERTAIN, 1),  # a median of 6.5 is in no band
        ([5, 6, 9, 9, 9], Outcome.IN, 3),
        ([4, 5, 9, 9, 9], Outcome.UNCERTAIN, 4),
    ],
)
def test_a_narrow_range_counts_with_its_median_in_an_outer_band(
    answers: list[int], outcome: Outcome, spread: float
) -> None:
    verdict = consensus.narrow_range(answers)

    assert (verdict.outcome, verdict.interquartile_range) == (outcome, spread)
    assert verdict.is_small_panel


def test_a_panel_of_twenty_is_not_small() -> None:
    assert not consensus.narrow_range([8] * 20).is_small_panel


def test_rand_ucla_gives_the_published_example() -> None:
    verdict = rand_ucla(PMC3467596_TABLE_1)

    assert verdict.outcome == Outcome.APPROPRIATE
    assert verdict.median == 7
    assert verdict.has_disagreement is False
    assert verdict.figures is not None
    assert verdict.figures.range_between == 1.0
    assert verdict.figures.range_centre == 7.5
    assert verdict.figures.asymmetry_index == 2.5
    assert verdict.figures.adjusted_range == 6.10
    assert round(verdict.figures.disagreement_index, 3) == 0.164


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ([1, 1, 1, 1, 9, 9, 9, 9, 9], Outcome.UNCERTAIN),
        ([1, 2, 2, 3, 3], Outcome.INAPPROPRIATE),
        ([6, 6, 7, 7], Outcome.UNCERTAIN),
        ([4, 5, 6], Outcome.UNCERTAIN),
    ],
)
def test_rand_ucla_is_uncertain_with_disagreement_or_a_middling_median(
    answers: list[int], outcome: Outcome
) -> None:
    assert rand_ucla(answers).outcome == outcome


@given(RATINGS)
def test_turning_the_scale_round_turns_the_verdict_round(values: list[int]) -> None:
    mirrored = {Outcome.APPROPRIATE: Outcome.INAPPROPRIATE, Outcome.UNCERTAIN: Outcome.UNCERTAIN}
    mirrored |= {Outcome.INAPPROPRIATE: Outcome.APPROPRIATE}

    there, back = rand_ucla(values), rand_ucla([10 - value for value in values])

    assert back.outcome == mirrored[there.outcome]
    assert there.figures is not None
    assert back.figures is not None
    assert back.figures.disagreement_index == there.figures.disagreement_index


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ([8] * 6 + [5] * 2, Outcome.AGREEMENT),
        ([8] * 5 + [5] * 3, Outcome.INDETERMINATE),
        ([8] * 5 + [2] * 3, Outcome.DISAGREEMENT),
        ([8] * 8 + [2] * 3, Outcome.AGREEMENT),
        ([8] * 7 + [2] * 4, Outcome.DISAGREEMENT),
        ([8] * 10 + [2] * 4, Outcome.AGREEMENT),
        ([8] * 9 + [2] * 5, Outcome.DISAGREEMENT),
        ([8] * 7, Outcome.NOT_DEFINED),
        ([8] * 17, Outcome.NOT_DEFINED),
    ],
)
def test_the_classic_count_goes_by_the_size_of_the_panel(
    answers: list[int], outcome: Outcome
) -> None:
    assert classic_count(answers).outcome == outcome


def test_a_median_between_two_regions_counts_with_the_higher_one() -> None:
    verdict = classic_count([6, 6, 6, 6, 7, 7, 7, 7])

    assert (verdict.median, verdict.region, verdict.outside_region) == (6.5, "critical", 4)


@pytest.mark.parametrize("scale", [NINE_POINTS, SEVEN_POINTS, FIVE_POINTS])
def test_the_rules_hold_on_every_scale_in_use(scale: scales.Scale) -> None:
    at_the_top, at_the_bottom = [scale.high] * 4, [scale.low] * 4

    assert consensus.seventy_fifteen(at_the_top, scale).outcome == Outcome.IN
    assert consensus.seventy_fifteen(at_the_bottom, scale).outcome == Outcome.OUT
    assert consensus.narrow_range(at_the_top, scale, largest=1).outcome == Outcome.IN


@pytest.mark.parametrize("stray", [0, 10, -1])
def test_a_rating_off_the_scale_is_refused(stray: int) -> None:
    with pytest.raises(ValueError, match="not on a scale of 1 to 9"):
        consensus.seventy_fifteen([5, stray])


def test_bands_with_a_gap_are_refused() -> None:
    with pytest.raises(ValueError, match="cover each of its points"):
        scales.Scale(1, 5, (scales.Band("low", 1, 2), scales.Band("high", 4, 5)))

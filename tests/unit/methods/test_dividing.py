"""Dividing people into small groups: even sizes, every stakeholder group spread, the same again."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colloquy.methods.dividing import Person, at_random, balanced, best_place

PANELS = st.lists(st.sampled_from(["carers", "leaders", "doctors", None]), max_size=60).map(
    lambda groups: [Person(f"person {number}", group) for number, group in enumerate(groups)]
)
COUNTS = st.integers(1, 12)
SEEDS = st.integers(0, 2**31 - 1)
WAYS = st.sampled_from([at_random, balanced])


@given(PANELS, COUNTS, SEEDS, WAYS)
def test_everybody_has_one_place_and_sizes_differ_by_at_most_one(
    people: list[Person], count: int, seed: int, divide
) -> None:
    groups = divide(people, count, seed)
    assert len(groups) == count
    assert sorted(one for group in groups for one in group) == sorted(one.id for one in people)
    sizes = [len(group) for group in groups]
    assert max(sizes) - min(sizes) <= 1


@given(PANELS, COUNTS, SEEDS)
def test_each_stakeholder_group_is_spread_as_evenly_as_can_be(
    people: list[Person], count: int, seed: int
) -> None:
    belongs = {one.id: one.group for one in people}
    spread = [Counter(belongs[one] for one in group) for group in balanced(people, count, seed)]
    for stakeholders in set(belongs.values()):
        counts = [group[stakeholders] for group in spread]
        assert max(counts) - min(counts) <= 1


@given(PANELS, COUNTS, SEEDS, WAYS, st.randoms(use_true_random=False))
def test_the_same_seed_gives_the_same_groups_in_whatever_order_people_are_named(
    people: list[Person], count: int, seed: int, divide, chance
) -> None:
    again = list(people)
    chance.shuffle(again)
    assert divide(again, count, seed) == divide(people, count, seed)


@given(PANELS, COUNTS, SEEDS, st.sampled_from(["carers", "leaders", None]))
def test_a_late_comer_keeps_sizes_within_one(
    people: list[Person], count: int, seed: int, newcomer: str | None
) -> None:
    belongs = {one.id: one.group for one in people}
    groups = [[belongs[one] for one in group] for group in balanced(people, count, seed)]
    groups[best_place(groups, newcomer)].append(newcomer)
    sizes = [len(group) for group in groups]
    assert max(sizes) - min(sizes) <= 1


def test_another_seed_gives_other_groups() -> None:
    people = [Person(f"person {number}", None) for number in range(20)]
    assert at_random(people, 4, seed=1) != at_random(people, 4, seed=2)


def test_the_groups_of_a_seed_never_change_with_a_release() -> None:
    people = [Person(name, group) for name, group in zip("abcdef", "xxxyyy", strict=True)]
    assert balanced(people, 3, seed=7) == [["e", "a"], ["f", "c"], ["d", "b"]]


@pytest.mark.parametrize(
    ("groups", "newcomer", "place"),
    [
        ([["carers"], ["carers", "leaders"]], "leaders", 0),
        ([["carers"], ["leaders"]], "carers", 1),
        ([["carers"], ["carers"]], "carers", 0),
    ],
)
def test_a_late_comer_goes_to_the_smallest_group_then_to_where_fewest_are_like_them(
    groups: list[list[str | None]], newcomer: str, place: int
) -> None:
    assert best_place(groups, newcomer) == place

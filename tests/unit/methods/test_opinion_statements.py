"""What groups say about statements, and what is shown next, worked out by hand."""

from collections import Counter
from itertools import pairwise
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colloquy.methods.opinion import (
    Direction,
    Reading,
    next_statement,
    priority,
    read_known_groups,
    tabulate,
)
from colloquy.methods.opinion.selection import Representative
from tests.factories.opinions import cast

COUNTS = st.integers(0, 30)


def reading(**groups: tuple[int, int, int]) -> Reading:
    """Votes on one statement by group: agrees, disagrees, passes."""
    votes: list[tuple[str, str, int]] = []
    members: dict[str, str] = {}
    for group, counts in groups.items():
        cast_votes = [
            vote for vote, count in zip((1, -1, 0), counts, strict=True) for _ in range(count)
        ]
        for number, vote in enumerate(cast_votes):
            members[f"{group}{number}"] = group
            votes += cast(f"{group}{number}", {"x": vote})
    return read_known_groups(tabulate(votes), members).reading


def test_the_figures_of_two_groups_by_hand() -> None:
    found = reading(a=(8, 1, 1), b=(2, 8, 0)).statements["x"]
    a = found.groups["a"]

    assert (a.agrees, a.disagrees, a.passes) == (8, 1, 1)
    assert (a.pa, a.pd) == (9 / 12, 2 / 12)
    assert a.pat == pytest.approx(2 * sqrt(11) * (9 / 11 - 0.5))
    assert a.ra == pytest.approx((9 / 12) / (3 / 12))
    pooled = 12 / 22
    assert a.rat == pytest.approx((9 / 11 - 3 / 11) / sqrt(pooled * (1 - pooled) * 2 / 11))
    assert found.group_informed_consensus == pytest.approx(9 / 12 * 3 / 12)
    assert found.net_consensus == pytest.approx(sqrt(9 / 12 * 10 / 12 * 3 / 12 * 3 / 12))
    assert found.division == pytest.approx(9 / 12 * 9 / 12)


def test_disagreement_lowers_net_consensus_and_passing_does_not() -> None:
    opposed = reading(a=(10, 0, 0), b=(5, 5, 0)).statements["x"]
    undecided = reading(a=(10, 0, 0), b=(5, 0, 5)).statements["x"]

    assert opposed.group_informed_consensus == undecided.group_informed_consensus
    assert opposed.net_consensus < undecided.net_consensus


def test_one_group_has_no_rest_to_be_compared_with() -> None:
    found = reading(a=(10, 0, 0))
    only = found.statements["x"].groups["a"]

    assert (only.ra, only.rd, only.rat, only.rdt) == (None, None, None, None)
    assert found.statements["x"].division is None
    assert (found.representative, found.divisive) == ({"a": []}, [])
    assert found.consensus.agree == ["x"]


def test_what_divides_two_groups_represents_both_each_in_its_direction() -> None:
    found = reading(a=(9, 1, 0), b=(1, 9, 0))

    assert found.representative == {
        "a": [Representative("x", Direction.AGREE)],
        "b": [Representative("x", Direction.DISAGREE)],
    }
    assert found.divisive == ["x"]
    assert (found.consensus.agree, found.consensus.disagree) == ([], [])


def test_what_all_agree_on_represents_nobody() -> None:
    found = reading(a=(10, 0, 0), b=(10, 0, 0))

    assert found.representative == {"a": [], "b": []}
    assert found.statements["x"].groups["a"].rat == 0
    assert found.divisive == []


@pytest.mark.parametrize(("agrees", "is_consensus"), [(6, False), (7, True)])
def test_consensus_turns_at_its_significance(agrees: int, is_consensus: bool) -> None:
    # of ten votes: z = 2·√11·(7/11 - ½) = 0.905 and 2·√11·(8/11 - ½) = 1.508
    found = reading(a=(agrees, 10 - agrees, 0))

    assert (found.consensus.agree == ["x"]) is is_consensus


@settings(deadline=None)
@given(st.tuples(COUNTS, COUNTS, COUNTS).filter(any), st.tuples(COUNTS, COUNTS, COUNTS).filter(any))
def test_turning_every_vote_round_turns_every_figure_round(
    a: tuple[int, int, int], b: tuple[int, int, int]
) -> None:
    there = reading(a=a, b=b).statements["x"]
    back = reading(a=(a[1], a[0], a[2]), b=(b[1], b[0], b[2])).statements["x"]

    for name in "ab":
        one, other = there.groups[name], back.groups[name]
        assert (one.pa, one.pat, one.ra, one.rat) == (other.pd, other.pdt, other.rd, other.rdt)
    assert there.division == back.division


def test_priority_by_hand() -> None:
    # nobody voted: (1 - ½)·(0 + 1)·½·9 = 2.25, squared
    assert priority(0, 0, 0, 0) == pytest.approx(2.25**2)
    # 5 votes, 3 agree, 1 passes, E = 2: (1 - 2/7)·3·(4/7)·5
    assert priority(3, 1, 1, 2) == pytest.approx((5 / 7 * 3 * 4 / 7 * 5) ** 2)


def test_priority_falls_with_votes_and_with_passes_and_rises_with_extremity() -> None:
    assert priority(1, 1, 0, 1) > priority(10, 10, 0, 1)
    assert priority(5, 5, 0, 1) > priority(5, 0, 5, 1)
    assert priority(5, 5, 0, 2) > priority(5, 5, 0, 1)


PRIORITIES = {"a": 6.0, "b": 3.0, "c": 1.0}


def test_the_next_statement_is_one_not_seen_and_the_same_when_asked_again() -> None:
    seen: list[str] = []
    while (shown := next_statement(PRIORITIES, seen, person="p1", seed=4)) is not None:
        assert shown == next_statement(PRIORITIES, list(reversed(seen)), person="p1", seed=4)
        assert shown not in seen
        seen.append(shown)
    assert sorted(seen) == ["a", "b", "c"]


def test_people_are_shown_statements_in_proportion_to_their_priority() -> None:
    shown = Counter(next_statement(PRIORITIES, [], person=f"p{n}", seed=1) for n in range(4000))

    assert [shown[each] / 4000 for each in "abc"] == pytest.approx([0.6, 0.3, 0.1], abs=0.03)


def test_another_seed_is_another_order() -> None:
    orders = [
        [next_statement(PRIORITIES, [], person=f"p{n}", seed=seed) for n in range(40)]
        for seed in range(3)
    ]

    assert all(one != other for one, other in pairwise(orders))


def test_statements_without_any_weight_are_still_shown() -> None:
    assert next_statement({"b": 0.0, "a": 0.0}, [], person="p") == "a"
    assert next_statement({}, [], person="p") is None

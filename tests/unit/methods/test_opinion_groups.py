"""Opinion groups: found where people differ, not found where they do not, the same every time."""

from collections import Counter
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colloquy.methods.opinion import (
    Settings,
    TooFewPeople,
    TooLarge,
    find_opinions,
    read_known_groups,
    tabulate,
)
from colloquy.methods.opinion import matrix as matrix_module
from colloquy.methods.opinion.chance import best_by_chance, shuffle
from colloquy.methods.opinion.clusters import divide, settle
from colloquy.methods.opinion.groups import find_groups
from colloquy.methods.opinion.matrix import UNSEEN
from colloquy.methods.opinion.plane import find_plane
from colloquy.methods.opinion.silhouettes import mean_silhouettes
from tests.factories.opinions import cast, planted

Cast = list[tuple[str, str, int]]

VOTES = st.lists(
    st.tuples(
        st.integers(0, 11).map("p{}".format),
        st.integers(0, 5).map("s{}".format),
        st.sampled_from((1, 0, -1)),
    ),
    min_size=1,
    max_size=60,
    unique_by=lambda vote: vote[:2],
)


def test_planted_groups_are_found_as_they_were_planted() -> None:
    found = find_opinions(tabulate(planted(people=90, statements=40, groups=3)))

    together = [Counter(int(person[1:]) % 3 for person in each) for each in found.groups.values()]
    assert len(together) == 3
    # a few gave only seven votes of which one or two were against their own view
    assert sum(max(each.values()) for each in together) >= 88
    assert found.grouping is not None
    assert found.grouping.silhouette == max(found.grouping.silhouettes.values())


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_people_who_vote_by_the_same_coins_are_one_group(seed: int, share: float) -> None:
    matrix = tabulate(planted(people=60, statements=20, groups=1, share=share, seed=seed))

    found = find_groups(matrix)

    assert (found.k, found.silhouette, len(found.groups["1"])) == (1, None, 60)
    assert found.least_silhouette is not None
    assert max(found.silhouettes.values()) <= found.least_silhouette


def test_in_a_large_panel_chance_is_a_formula() -> None:
    votes = tabulate(planted(people=900, statements=12, groups=1)).votes

    assert best_by_chance(votes, 5) == pytest.approx(0.32 + 1.2 / 30)


def test_a_stated_bound_takes_the_place_of_chance() -> None:
    matrix = tabulate(planted(people=60, statements=20, groups=2))

    assert find_groups(matrix, Settings(least_silhouette=0.99)).k == 1
    assert find_groups(matrix, Settings(least_silhouette=0)).k > 1


def test_shuffling_leaves_each_statements_votes_and_who_gave_one() -> None:
    votes = tabulate(planted(people=40, statements=9, groups=2)).votes

    dealt = shuffle(votes, np.random.default_rng(1))

    assert ((dealt == UNSEEN) == (votes == UNSEEN)).all()
    assert (np.sort(dealt, axis=0) == np.sort(votes, axis=0)).all()
    assert (dealt != votes).any()


@settings(deadline=None, max_examples=60)
@given(VOTES, st.randoms(use_true_random=False), st.sampled_from([None, 1, 2, 3]))
def test_the_order_of_votes_never_matters(votes: Cast, random: Random, count: int | None) -> None:
    shuffled = list(votes)
    random.shuffle(shuffled)
    settings_ = Settings(minimum=0, count=count)

    assert find_opinions(tabulate(shuffled), settings_) == find_opinions(tabulate(votes), settings_)


@settings(deadline=None, max_examples=60)
@given(VOTES)
def test_everybody_is_in_one_group_or_left_out_with_a_reason(votes: Cast) -> None:
    found = find_opinions(tabulate(votes), Settings(minimum=0))

    placed = [person for people in found.groups.values() for person in people]
    assert sorted([*placed, *found.left_out]) == sorted({person for person, _, _ in votes})
    assert all(reason for reason in found.left_out.values())


@settings(deadline=None, max_examples=60)
@given(VOTES)
def test_people_who_vote_alike_are_in_the_same_group(votes: Cast) -> None:
    found = find_groups(tabulate(votes), Settings(minimum=0, least_silhouette=0))

    answers: dict[str, dict[str, int]] = {}
    for person, statement, vote in votes:
        answers.setdefault(person, {})[statement] = vote
    for people in found.groups.values():
        for one in people:
            for other in found.places.keys() - set(people):
                assert answers[one] != answers[other]


def test_too_few_people_are_refused_with_a_sentence() -> None:
    few = tabulate([*planted(people=29, statements=10, groups=2), *cast("late", {"s00": 1})])

    with pytest.raises(TooFewPeople, match=r"^29 people voted on at least 7 statements.*need 30"):
        find_opinions(few)
    assert find_opinions(few, Settings(minimum=29)).left_out == {
        "late": "voted on one statement; at least 7 are needed"
    }


def test_with_few_statements_a_vote_on_each_is_enough() -> None:
    votes = [vote for number in range(32) for vote in cast(f"p{number}", {"a": 1, "b": -1})]

    assert find_groups(tabulate(votes)).left_out == {}


def test_where_fewer_than_fifteen_voted_enough_the_fifteen_with_most_votes_are_placed() -> None:
    busy = planted(people=5, statements=10, groups=1)
    lazy = [
        vote
        for number in range(20)
        for vote in cast(f"q{number:02}", {f"s{n:02}": 1 for n in range(1 + number % 6)})
    ]

    found = find_groups(tabulate([*busy, *lazy]), Settings(minimum=3))

    assert len(found.places) == 15
    assert set(found.places) > {f"p{number:04}" for number in range(5)}
    assert all("voted on" in reason for reason in found.left_out.values())
    # six, five and four votes come before the rest
    assert {"q05", "q11", "q17", "q04", "q10", "q16", "q03", "q09", "q15"} < set(found.places)


def test_the_last_vote_on_a_statement_counts() -> None:
    first, last = cast("a", {"x": 1, "y": 1}), cast("a", {"x": -1})

    matrix = tabulate([*first, *last])

    assert matrix.repeated == 1
    assert matrix.votes.tolist() == [[-1, 1]]


def test_a_statement_left_out_leaves_no_trace() -> None:
    votes = planted(people=40, statements=12, groups=2)
    without = [vote for vote in votes if vote[1] != "s03"]

    assert find_opinions(tabulate(votes, without={"s03"})) == find_opinions(tabulate(without))


def test_a_number_of_groups_can_be_asked_for_as_far_as_people_differ() -> None:
    matrix = tabulate(planted(people=60, statements=20, groups=2))

    assert [find_groups(matrix, Settings(count=k)).k for k in (1, 2, 4)] == [1, 2, 4]
    alike = [vote for number in range(40) for vote in cast(f"p{number}", {"a": 1, "b": 0})]
    assert find_groups(tabulate(alike), Settings(count=3)).k == 1


def test_known_groups_are_taken_as_they_are() -> None:
    matrix = tabulate([*cast("a", {"x": 1}), *cast("b", {"x": -1}), *cast("c", {"x": 0})])

    found = read_known_groups(matrix, {"a": "carers", "b": "leaders", "d": "leaders"})

    assert found.groups == {"carers": ("a",), "leaders": ("b",)}
    assert found.left_out == {"c": "is in no group", "d": "did not vote"}
    assert found.reading.statements["x"].votes.total == 3
    with pytest.raises(ValueError, match="nobody in any group"):
        read_known_groups(matrix, {"d": "leaders"})


def test_no_vote_but_the_three_is_taken() -> None:
    with pytest.raises(ValueError, match="2 is no vote"):
        tabulate([("a", "x", 2)])


def test_a_matrix_too_large_for_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix_module, "MOST_CELLS", 3)

    with pytest.raises(TooLarge, match="2 people and 2 statements make 4 cells"):
        tabulate([("a", "x", 1), ("b", "y", 1)])


@pytest.mark.parametrize(("people", "statements"), [(8, 30), (30, 8)])
def test_a_wide_and_a_high_matrix_have_the_plane_of_a_full_decomposition(
    people: int, statements: int
) -> None:
    votes = tabulate(planted(people=people, statements=statements, groups=2)).votes
    plane = find_plane(votes)
    deviations = np.where(votes == UNSEEN, 0, votes - plane.centre)

    _, _, directions = np.linalg.svd(deviations)

    np.testing.assert_allclose(np.abs(np.diag(directions[:2] @ plane.axes)), 1, atol=1e-9)


def test_a_silhouette_by_hand() -> None:
    # 0 and 1 against 5: (5 - 1)/5, (4 - 1)/4, and nought for somebody alone
    points = np.array([[0.0, 0], [1, 0], [5, 0]])

    assert mean_silhouettes(points, [np.array([0, 0, 1])]) == pytest.approx([(0.8 + 0.75) / 3])


def test_a_large_panels_silhouette_is_the_mean_of_some_peoples(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    points = np.random.default_rng(3).normal(size=(600, 2))
    labels = next(one.labels for one in divide(points, 3) if len(one.centres) == 3)
    (exact,) = mean_silhouettes(points, [labels])
    monkeypatch.setattr("colloquy.methods.opinion.silhouettes.EXACT_UP_TO", 200)

    (sampled,) = mean_silhouettes(points, [labels])

    assert sampled == pytest.approx(exact, abs=0.03)
    assert sampled != exact


def test_a_centre_that_nobody_is_nearest_to_is_no_group() -> None:
    points = np.array([[0.0, 0], [1, 1]])

    (found,) = settle(points, np.array([[[0.5, 0.5], [9, 9]], [[0, 0], [1, 1]]]))

    assert found.labels.tolist() == [0, 1]

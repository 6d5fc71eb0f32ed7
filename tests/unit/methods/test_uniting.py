"""Two sets of answers united: nobody counts twice, and what was hidden stays hidden."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from colloquy.carrying.uniting import Source, unite
from colloquy.methods.tallies import showable_groups, showable_together
from colloquy.rounds.results.ledger import AnswerRow

BEGAN = datetime(2026, 12, 3, tzinfo=UTC)
ASKED = UUID(int=9)
GROUPS = [UUID(int=number) for number in (1, 2, 3)]


def answers(given_: dict[int, int], *, at: int) -> Source:
    """What these people answered; a person's number decides their group."""
    rows = [
        AnswerRow(ASKED, str(who), GROUPS[who % 3], rating, False, None, None, False)
        for who, rating in given_.items()
    ]
    sizes = Counter(str(row.group_id) for row in rows)
    moment = BEGAN + timedelta(hours=at)
    return Source([(row, moment) for row in rows], showable_groups(sizes))


def test_the_later_answer_of_each_counts_wherever_it_was_given() -> None:
    room, round_ = (
        answers(dict.fromkeys(range(4), 1), at=2),
        answers(dict.fromkeys(range(6), 9), at=1),
    )
    united = unite([round_, room], 3)
    assert united
    assert Counter(row.rating for row in united.rows) == {1: 4, 9: 2}
    assert united.answered_both == 4


def test_one_who_answered_twice_is_not_given_away() -> None:
    assert unite([answers({0: 9, 1: 9}, at=1), answers({0: 1, 2: 1}, at=2)], 3) is None


def test_a_group_that_a_source_hides_is_hidden_in_the_union() -> None:
    shown = showable_together(
        [({"A": 5, "B": 5}, {"A", "B"}), ({"A": 1, "B": 4}, set())], {"A": 0, "B": 0}
    )
    assert shown == frozenset()


def test_a_group_that_is_in_one_source_only_needs_no_other() -> None:
    shown = showable_together([({"A": 5}, {"A"}), ({"B": 4}, {"B"})], {})
    assert shown == {"A", "B"}


PEOPLE = st.dictionaries(st.integers(0, 25), st.integers(1, 9), max_size=25)


@given(PEOPLE, PEOPLE)
def test_nobody_counts_twice_and_nothing_hidden_comes_out(
    first: dict[int, int], second: dict[int, int]
) -> None:
    sources = [answers(first, at=1), answers(second, at=2)]
    united = unite(sources, 3)
    both = set(first) & set(second)
    if united is None:
        assert 0 < len(both) < 3
        return
    assert len(united.rows) == len(set(first) | set(second))
    assert united.answered_both == len(both)
    for group in united.shown:
        for source in sources:
            sizes = Counter(str(row.group_id) for row, _ in source.answers)
            assert sizes[group] == 0 or group in source.shown
        crossing = [who for who in both if str(GROUPS[who % 3]) == group]
        assert len(crossing) == 0 or len(crossing) >= 3

"""Two people's changes to the same words."""

import pytest

from colloquy.methods.merging import carried_place, merged

BASE = "Nobody asked me what I need, and nobody told me why."


def test_changes_in_different_places_are_both_kept() -> None:
    mine = BASE.replace("Nobody", "Somebody")
    theirs = BASE.replace("told", "showed")
    both = "Somebody asked me what I need, and nobody showed me why."
    assert merged(BASE, mine, theirs) == both
    assert merged(BASE, theirs, mine) == both


def test_of_one_change_made_twice_there_is_one() -> None:
    mine = BASE.replace("told", "showed")
    assert merged(BASE, mine, mine) == mine
    assert merged(BASE, mine.replace("why", "how"), mine) == mine.replace("why", "how")


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (BASE.replace("told", "showed"), BASE.replace("told", "taught")),
        (BASE.replace("told me", "showed us"), BASE.replace("me why", "him why")),
        (BASE + " Never.", BASE + " Ever."),
        (BASE.replace("told", "told and"), BASE.replace("told", "gave")),
    ],
)
def test_changes_of_the_same_words_are_for_a_person_to_choose(mine: str, theirs: str) -> None:
    assert merged(BASE, mine, theirs) is None


def test_who_changed_nothing_takes_what_is_there() -> None:
    assert merged(BASE, BASE, "Something else.") == "Something else."
    assert merged(BASE, "Something else.", BASE) == "Something else."


def test_a_place_between_words_moves_with_them() -> None:
    at = BASE.index("and")
    changed = BASE.replace("Nobody asked me", "Not one person asked us")
    assert carried_place(BASE, changed, at) == changed.index("and")
    assert carried_place(BASE, BASE, at) == at

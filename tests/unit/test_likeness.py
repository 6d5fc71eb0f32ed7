"""Near duplicates: the same words in other order or number, never a mere topic in common."""

import pytest

from colloquy.methods.likeness import find_alike

SHOWN = {
    1: "Trust takes time to build.",
    2: "Every meeting needs a carer.",
    3: "Carers should lead the meeting.",
}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It takes time to build trust", [1]),
        ("EVERY MEETING NEEDS A CARER!", [2, 3]),
        ("Carers should not lead the meeting", [3]),
        ("Managers need more time for paperwork", []),
        ("Carers", []),
        ("", []),
        ("…", []),
    ],
)
def test_the_nearest_come_first_and_a_shared_topic_is_not_enough(
    words: str, found: list[int]
) -> None:
    assert find_alike(words, SHOWN)[:1] == found[:1]
    assert not found or set(find_alike(words, SHOWN)) <= set(found)


def test_at_most_so_many_are_suggested() -> None:
    many = {number: f"Idea number {number}" for number in range(9)}
    assert len(find_alike("Idea number", many, at_most=2)) == 2

"""Differences are told in words, and nothing of either text is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colloquy.methods.differences import Piece, compare, word_matches

WORDS = st.lists(
    st.sampled_from(
        ["trust", "staff", "cafe\u0301", "👩‍⚕️", ",", ".", " ", "  ", "\n", "don't", "é"]
    ),
    max_size=20,
).map("".join)
TEXTS = st.one_of(WORDS, st.text(max_size=20))


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in compare(before, after)]


def joined(pieces: list[Piece], *kinds: str) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    pieces = compare(before, after)

    assert joined(pieces, "same", "gone") == before
    assert joined(pieces, "same", "new") == after


@given(TEXTS, TEXTS)
def test_pieces_are_never_empty_and_never_the_same_kind_twice_in_a_row(
    before: str, after: str
) -> None:
    pieces = compare(before, after)

    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


@given(TEXTS, TEXTS)
def test_matches_are_shared_words_in_order(before: str, after: str) -> None:
    at_before = at_after = 0
    for match in word_matches(before, after):
        assert match.before >= at_before
        assert match.after >= at_after
        assert before[match.before : match.before_end] == after[match.after : match.after_end]
        at_before, at_after = match.before_end, match.after_end


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("trust", "trust", [("same", "trust")]),
        ("", "trust", [("new", "trust")]),
        ("trust", "", [("gone", "trust")]),
        (
            "the cat sat",
            "the big cat sat",
            [("same", "the "), ("new", "big "), ("same", "cat sat")],
        ),
        (
            "Leaders hold weekly briefings.",
            "Leaders hold short daily briefings.",
            [
                ("same", "Leaders hold "),
                ("gone", "weekly"),
                ("new", "short daily"),
                ("same", " briefings."),
            ],
        ),
        ("trusting", "trust", [("gone", "trusting"), ("new", "trust")]),
        (
            "staff don't speak",
            "staff do speak",
            [("same", "staff "), ("gone", "don't"), ("new", "do"), ("same", " speak")],
        ),
    ],
)
def test_changes_are_whole_words(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert told(before, after) == expected


def test_a_rewritten_phrase_is_one_change_without_confetti() -> None:
    assert told("so red cars stop here", "so blue buses wait here") == [
        ("same", "so "),
        ("gone", "red cars stop"),
        ("new", "blue buses wait"),
        ("same", " here"),
    ]


def test_a_letter_keeps_its_combining_marks() -> None:
    assert told("a cafe\u0301 here", "a cafe here") == [
        ("same", "a "),
        ("gone", "cafe\u0301"),
        ("new", "cafe"),
        ("same", " here"),
    ]


@pytest.mark.parametrize("joint", [" and ", " "])
@pytest.mark.timeout(20)
def test_edits_far_apart_in_a_long_text_are_found_quickly(joint: str) -> None:
    words = [f"word{number}" for number in range(5_000)]
    edited = ["first" if word == "word20" else word for word in words]
    edited[4_900] = "last"

    changes = [
        piece for piece in compare(joint.join(words), joint.join(edited)) if piece.kind != "same"
    ]

    assert changes == [
        Piece("gone", "word20"),
        Piece("new", "first"),
        Piece("gone", "word4900"),
        Piece("new", "last"),
    ]


@pytest.mark.timeout(20)
def test_a_long_text_of_few_words_is_compared_quickly() -> None:
    before, after = "yes no " * 3_000, "no yes " * 3_100

    pieces = compare(before, after)

    assert joined(pieces, "same", "gone") == before
    assert joined(pieces, "same", "new") == after

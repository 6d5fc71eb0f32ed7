"""Times of words through corrections."""

import pytest

from colloquy.methods.word_times import TimedWord, retimed, spread


def said(*words: tuple[str, float, float]) -> list[TimedWord]:
    return [TimedWord(start, end, text, 0.8) for text, start, end in words]


HEARD = said((" Nobody", 1.0, 1.5), (" asked", 1.5, 2.0), (" there", 2.0, 2.4), (" needs.", 2.4, 3))


def test_words_that_stay_keep_their_times_and_their_doubt() -> None:
    words = retimed(HEARD, "Nobody really asked there needs.")
    assert [word.text for word in words] == ["Nobody", "really", "asked", "there", "needs."]
    assert [(word.start, word.end) for word in words if word.text != "really"] == [
        (1.0, 1.5),
        (1.5, 2.0),
        (2.0, 2.4),
        (2.4, 3),
    ]
    assert [word.probability for word in words] == [0.8, 1.0, 0.8, 0.8, 0.8]


def test_a_word_in_place_of_another_has_its_time_and_is_no_longer_doubted() -> None:
    words = retimed(HEARD, "Nobody asked their needs.")
    assert words[2] == TimedWord(2.0, 2.4, "their", 1.0)


def test_words_in_place_of_others_share_their_time_by_length() -> None:
    words = retimed(HEARD, "Nobody ever told me needs.")
    shared = words[1:4]
    assert (shared[0].start, shared[-1].end) == (1.5, 2.4)
    assert all(word.start < word.end for word in shared)
    assert shared[0].end == shared[1].start


@pytest.mark.parametrize("text", ["Before nobody asked.", "Nobody asked there needs. And after."])
def test_words_before_and_after_all_others_stay_inside_the_passage(text: str) -> None:
    words = retimed(HEARD, text)
    assert [word.text for word in words] == text.split()
    assert all(1.0 <= word.start <= word.end <= 3.0 for word in words)


def test_parts_of_one_word_that_an_engine_gave_apart_are_one_word() -> None:
    words = retimed(said((" well", 0, 1), ("-known", 1, 2), (" words", 2, 3)), "well-known words")
    assert [(word.text, word.start, word.end) for word in words] == [
        ("well-known", 0, 2),
        ("words", 2, 3),
    ]


def test_a_comma_or_a_capital_moves_no_word() -> None:
    words = retimed(HEARD, "nobody asked, there: needs")
    assert [word.start for word in words] == [1.0, 1.5, 2.0, 2.4]


def test_without_times_nothing_is_made_up_unless_it_is_asked_for() -> None:
    assert retimed([], "Some words.") == []
    assert [(word.start, word.end) for word in spread("ab cd", 0, 4)] == [(0, 2), (2, 4)]

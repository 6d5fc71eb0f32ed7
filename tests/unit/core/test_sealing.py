"""Words that are sealed: opened with both halves of the key, about the very thing, and not else."""

import pytest
from cryptography.exceptions import InvalidTag

from colloquy.core.sealing import new_half, seal, unseal

SECRET, HALF = "the server's own", new_half()


def sealed(words: str) -> str:
    return seal(words, secret=SECRET, half=HALF, about="poll:ann", size=64)


def test_what_was_sealed_can_be_opened_with_both_halves() -> None:
    words = '{"choices":[1]} – ünïcode'
    assert unseal(sealed(words), secret=SECRET, half=HALF, about="poll:ann") == words


def test_the_same_words_never_look_the_same_and_all_are_of_one_length() -> None:
    seen = {sealed("yes"), sealed("yes"), sealed("no"), sealed("a much longer answer")}
    assert len(seen) == 4
    assert len({len(each) for each in seen}) == 1


@pytest.mark.parametrize(
    ("secret", "half", "about"),
    [
        ("another server's", HALF, "poll:ann"),
        (SECRET, new_half(), "poll:ann"),
        (SECRET, HALF, "poll:bob"),
    ],
    ids=["another server", "another poll", "another voter"],
)
def test_one_half_alone_or_another_row_opens_nothing(secret: str, half: str, about: str) -> None:
    with pytest.raises(InvalidTag):
        unseal(sealed("yes"), secret=secret, half=half, about=about)


def test_more_than_there_is_room_for_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 64 bytes"):
        sealed("x" * 65)

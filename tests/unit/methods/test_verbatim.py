"""Intelligent verbatim by rule."""

import pytest

from colloquy.methods.verbatim import superfluous


def shown(text: str) -> str:
    left_out = superfluous(text)
    return " ".join(word for n, word in enumerate(text.split()) if n not in left_out)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Um, nobody, er, asked me.", "nobody, asked me."),
        ("I I think we we should go.", "I think we should go."),
        ("We have, we have no money.", "we have no money."),
        ("It was th- this one.", "It was this one."),
        ("I, um, I think so.", "I think so."),
        ("They were, you know, late.", "They were, late."),
    ],
)
def test_fillers_repetitions_and_false_starts_are_left_out(said: str, read: str) -> None:
    assert shown(said) == read


@pytest.mark.parametrize(
    "said",
    [
        "No, no, no.",
        "It was very very good.",
        "He had had enough.",
        "Do you know him?",
        "They agree. They agree with us.",
        "Um.",
        "",
    ],
)
def test_what_is_meant_stays(said: str) -> None:
    assert shown(said) == said

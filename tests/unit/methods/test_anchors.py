"""An anchor holds on to its words, and lets go only when they are gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colloquy.methods.anchors import Anchor, anchor, reanchor

SIGNS = st.text(alphabet="ab é\u0301👩‍⚕️.\n", max_size=30)


@st.composite
def anchored_and_edited_elsewhere(draw: st.DrawFn) -> tuple[str, int, int, str]:
    before, quote, after = draw(SIGNS), draw(SIGNS.filter(len)), draw(SIGNS)
    text = before + quote + after
    start, end = len(before), len(before) + len(quote)
    is_before = draw(st.booleans())
    low, high = (0, start) if is_before else (end, len(text))
    first = draw(st.integers(low, high))
    last = draw(st.integers(first, high))
    return text, start, end, text[:first] + draw(SIGNS) + text[last:]


@given(anchored_and_edited_elsewhere())
def test_an_edit_elsewhere_leaves_the_anchor_on_its_words(
    case: tuple[str, int, int, str],
) -> None:
    text, start, end, edited = case
    held = anchor(text, start, end)

    found = reanchor(held, text, edited)

    assert found is not None
    assert found.quote == held.quote
    assert edited[found.start : found.end] == held.quote


@given(
    st.integers(2, 30),
    st.data(),
    st.dictionaries(st.integers(0, 29), st.sampled_from(["", "new", "two new", "👩‍⚕️", "e\u0301"])),
)
def test_several_edits_elsewhere_never_move_the_anchor_to_other_words(
    count: int, data: st.DataObject, edits: dict[int, str]
) -> None:
    words = [f"word{number}" for number in range(count)]
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first, count - 1))
    edited = [
        edits.get(number, word) if not first <= number <= last else word
        for number, word in enumerate(words)
    ]
    start = len(" ".join([*words[:first], ""]))
    held = anchor(" ".join(words), start, start + len(" ".join(words[first : last + 1])))

    found = reanchor(held, " ".join(words), " ".join(edited))

    assert found is not None
    assert (found.start, found.quote) == (len(" ".join([*edited[:first], ""])), held.quote)


@given(SIGNS.filter(len), SIGNS, st.data())
def test_an_anchor_after_any_edit_is_gone_or_says_what_the_text_says(
    old: str, written: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    held = anchor(old, start, data.draw(st.integers(start + 1, len(old))))
    first = data.draw(st.integers(0, len(old)))
    new = old[:first] + written + old[data.draw(st.integers(first, len(old))) :]

    found = reanchor(held, old, new)

    assert found is None or (
        new[found.start : found.end] == found.quote
        and new[: found.start].endswith(found.prefix)
        and new[found.end :].startswith(found.suffix)
    )


def test_an_anchor_counts_code_points_and_keeps_its_context() -> None:
    assert anchor("I say 🙂 e\u0301t\u0301e\u0301 now", 6, 7, context=3) == Anchor(
        6, 7, "🙂", "ay ", " e\u0301"
    )


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("old", "words", "new", "quote"),
    [
        # moved as a whole: found by its quote
        (
            "Staff speak up freely. Leaders listen.",
            "Staff speak up freely.",
            "Leaders listen to all. Staff speak up freely.",
            "Staff speak up freely.",
        ),
        # edited inside: what is left, with what was written in its place
        ("they hold weekly team briefings", "weekly team briefings", "they hold weekly briefings", "weekly briefings"),
        ("they hold weekly briefings now", "weekly briefings", "they hold weekly short briefings now", "weekly short briefings"),
        ("they hold weekly briefings", "weekly briefings", "they hold daily briefings", "daily briefings"),
        # part of a word
        ("the briefings help", "brief", "the briefing helps", "brief"),
        # a second copy elsewhere does not attract it
        ("trust grows. so trust wins", "so trust", "Well, trust grows. and so trust wins", "so trust"),
    ],
)  # fmt: skip
def test_words_that_were_moved_or_partly_edited_are_found(
    old: str, words: str, new: str, quote: str
) -> None:
    found = reanchor(anchor(old, *place(old, words)), old, new)

    assert found is not None
    assert found.quote == quote


@pytest.mark.parametrize(
    ("old", "words", "new"),
    [
        ("Leaders hold briefings. Staff speak.", "Leaders hold briefings.", "Staff speak."),
        ("they hold weekly briefings", "weekly briefings", "they hold nothing"),
        ("a text", "text", ""),
        # the words were deleted here; the same word far away is another one
        ("we trust the ward team to act. It works.", "trust", "we let the ward team act. A trust of ours"),
    ],
)  # fmt: skip
def test_words_that_are_gone_leave_an_orphan(old: str, words: str, new: str) -> None:
    assert reanchor(anchor(old, *place(old, words)), old, new) is None


def test_an_anchor_that_does_not_fit_its_old_text_is_sought_by_quote_alone() -> None:
    stale = Anchor(0, 21, "a telling longer quote", "", "")

    found = reanchor(stale, "x a telling longer quote", "xx a telling longer quote")

    assert found is not None
    assert found.start == 3


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 6)])
def test_a_place_that_marks_no_words_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="marks no words"):
        anchor("trust", start, end)

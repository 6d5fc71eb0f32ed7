"""When each word was said, kept through corrections of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

WRITTEN = 1.0
"""How sure one is of a word that a person wrote."""


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A word between blanks; times in seconds, probability 0 to 1."""

    start: float
    end: float
    text: str
    probability: float


def retimed(words: Sequence[TimedWord], text: str) -> list[TimedWord]:
    """Give every word of a corrected text its time, one each between blanks.

    A word that stayed keeps its time; one that stands in place of others shares theirs; one that
    was added lies between its neighbours.
    """
    said, written = _whole(words), text.split()
    if not said or [word.text for word in said] == written:
        return said
    matcher = SequenceMatcher(
        None, [plain(word.text) for word in said], [plain(word) for word in written], autojunk=False
    )
    found: list[TimedWord] = []
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal" or i_end - i == j_end - j:
            found += map(_kept, said[i:i_end], written[j:j_end])
        elif j < j_end:
            start, end = _stretch(said, i, i_end)
            found += _shared(written[j:j_end], start, end)
    return found


def spread(text: str, start: float, end: float) -> list[TimedWord]:
    """Times for words of which only the beginning and the end are known, by their length."""
    return list(_shared(text.split(), start, end))


def plain(word: str) -> str:
    """A word without its case and the signs around it; signs alone stay."""
    return re.sub(r"^\W+|\W+$", "", word).casefold() or word


def _whole(words: Sequence[TimedWord]) -> list[TimedWord]:
    """Words as they stand between blanks: an engine may give `well` and `-known` apart."""
    together: list[TimedWord] = []
    has_blanks = any(word.text.startswith(" ") for word in words[1:])
    for word in words:
        if together and has_blanks and not word.text.startswith(" "):
            last = together[-1]
            together[-1] = TimedWord(
                last.start,
                word.end,
                last.text + word.text.strip(),
                min(last.probability, word.probability),
            )
        elif word.text.strip():
            together.append(replace(word, text=word.text.strip()))
    return together


def _kept(word: TimedWord, written: str) -> TimedWord:
    return word if word.text == written else TimedWord(word.start, word.end, written, WRITTEN)


def _stretch(words: Sequence[TimedWord], first: int, end: int) -> tuple[float, float]:
    """The time of words[first:end]; of none, the time between their neighbours."""
    if first < end:
        return words[first].start, words[end - 1].end
    before = words[first - 1].end if first else words[0].start
    after = words[first].start if first < len(words) else words[-1].end
    return before, max(before, after)


def _shared(written: Sequence[str], start: float, end: float) -> Iterator[TimedWord]:
    letters = sum(map(len, written))
    at = 0
    for word in written:
        begins, at = at, at + len(word)
        span = end - start
        yield TimedWord(
            round(start + span * begins / letters, 3),
            round(start + span * at / letters, 3),
            word,
            WRITTEN,
        )

"""How old a reader must be for a text, and which of its words are hard. Pure: no database.

The grade of Flesch and Kincaid (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report
8-75) with five years added for the age at which British and American pupils are in that grade; hard
words by Gunning (1952, The Technique of Clear Writing). Both are made for English, and are rough:
they count syllables and know nothing of sense.
"""

import re
from dataclasses import dataclass

from syllapy import count as count_syllables

SHORTEST = 10
"""Words below which a figure would jump with every word that is typed."""

YOUNGEST, OLDEST = 5, 18
GRADE_TO_AGE = 5
HARD_SYLLABLES = 3

_WORD = re.compile(r"[^\W_]+(?:['’\-‐][^\W_]+)*")
# a full stop inside “e.g.” or after a title ends no sentence
_SHORT = re.compile(r"\b(?:e\.g|i\.e|etc|vs|Dr|Mr|Mrs|Ms|Prof|St|No)\.", re.IGNORECASE)
_END = re.compile(r"[.!?…]+(?=\W|$)|\n+")
_ENDINGS = ("es", "ed", "ing")


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word of three syllables or more, by its place in codepoints."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Readability:
    """What a text asks of its reader; `age` is None for a text too short to tell, 18 is an adult."""

    words: int
    sentences: int
    age: int | None
    hard: tuple[HardWord, ...]


def measure(text: str) -> Readability:
    """Count a text's words and sentences, and say what they ask of a reader."""
    found = list(_WORD.finditer(text))
    sentences = _sentences(text)
    spoken = sum(max(1, _syllables(match[0])) for match in found)
    return Readability(
        words=len(found),
        sentences=sentences,
        age=_age(len(found), sentences, spoken) if len(found) >= SHORTEST else None,
        hard=tuple(
            HardWord(match.start(), match.end(), match[0])
            for match in found
            if _is_hard(match[0], is_name=_is_name(text, match))
        ),
    )


def grade(words: int, sentences: int, syllables: int) -> float:
    """Give the school grade of Flesch and Kincaid."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _age(words: int, sentences: int, syllables: int) -> int:
    age = round(grade(words, sentences, syllables) + GRADE_TO_AGE)
    return max(YOUNGEST, min(OLDEST, age))


def _sentences(text: str) -> int:
    plain = _SHORT.sub(lambda match: match[0].replace(".", ""), text)
    return sum(bool(_WORD.search(part)) for part in _END.split(plain))


def _is_hard(word: str, *, is_name: bool) -> bool:
    """By Gunning: no names, no compounds of easy words, none made long by an ending alone."""
    if is_name:
        return False
    parts = re.split(r"[\-‐]", word)
    return any(_syllables(_stem(part)) >= HARD_SYLLABLES for part in parts)


def _stem(word: str) -> str:
    """The word without an ending that makes it longer and not harder."""
    return next((word.removesuffix(end) for end in _ENDINGS if word.lower().endswith(end)), word)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Written with a capital in the middle of a sentence."""
    before = text[: match.start()].rstrip(" \t\"'“‘(")
    begins = not before or _END.search(before[-1]) is not None
    return match[0][0].isupper() and not begins


def _syllables(word: str) -> int:
    return count_syllables(word.replace("’", "'").replace("‐", "-"))

"""Which statements say nearly the same as another."""

from collections.abc import Mapping
from typing import TypeVar

from rapidfuzz import fuzz, process, utils

Key = TypeVar("Key")

ALIKE = 62.0
"""Of 100. Tried on pairs of short statements: one word more or less, or another order, is alike."""


def find_alike(words: str, others: Mapping[Key, str], *, at_most: int = 3) -> list[Key]:
    """Choose the statements that come nearest to these words, the nearest first.

    The measure is the share of characters that two texts have in common once their words are put in
    alphabetical order. It knows letters, not meanings, so it is for suggesting, never for refusing.
    """
    found = process.extract(
        words,
        others,
        scorer=fuzz.token_sort_ratio,
        processor=utils.default_process,
        limit=at_most,
        score_cutoff=ALIKE,
    )
    return [key for _, _, key in found]

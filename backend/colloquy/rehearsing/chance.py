"""Chance that can be repeated: every draw follows from the seed and from what is drawn."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
WHOLE = 2**64


def draw(seed: int, *what: object) -> float:
    """A number from 0 to 1 (never 1) for this seed and this matter, always the same."""
    text = ":".join(map(str, (seed, *what)))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) / WHOLE


def pick(choices: Sequence[T], seed: int, *what: object) -> T:
    """One of several, each as likely as any other."""
    return choices[int(draw(seed, *what) * len(choices))]


def shuffled(choices: Sequence[T], seed: int, *what: object) -> list[T]:
    """All of them in an order drawn for this matter."""
    places = sorted(range(len(choices)), key=lambda place: draw(seed, *what, place))
    return [choices[place] for place in places]

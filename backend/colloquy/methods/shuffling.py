"""An order of one's own for each person, the same whenever they look. Pure: no database.

What stands first is rated and remembered differently from what stands last; an order of one's own
spreads that over the items instead of laying it on a few.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

Thing = TypeVar("Thing")


def shuffled(things: Sequence[Thing], seed: int, person: str) -> list[Thing]:
    """Put things into the order that a seed and a person give.

    By hashes and not by a random generator, so that no release of Python changes anybody's order
    in the middle of a round.
    """
    places = sorted(range(len(things)), key=lambda place: rank(seed, person, place))
    return [things[place] for place in places]


def rank(seed: int, person: str, thing: object) -> bytes:
    """Where a thing with a name of its own stands, whichever others stand beside it."""
    return blake2b(f"{seed}:{person}:{thing}".encode()).digest()

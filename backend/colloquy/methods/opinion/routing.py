"""Which statement to show a person next, so that votes go where they tell most."""

import hashlib
from collections.abc import Collection, Mapping
from itertools import accumulate


def priority(agrees: int, disagrees: int, passes: int, extremity: float) -> float:
    """Weigh a statement by how much another vote on it would tell.

    [(1 - (P + 1)/(S + 2)) · (E + 1) · (A + 1)/(S + 2) · (1 + 8·2^(-S/5))]², of S votes A agrees and
    P passes, E the statement's distance from the centre of the plane (0 while there is none).
    Statements that few have seen, that few pass and that tell people apart come first (Polis).
    """
    seen = agrees + disagrees + passes
    engaging = 1 - (passes + 1) / (seen + 2)
    agreeable = (agrees + 1) / (seen + 2)
    newness = 1 + 8 * 2 ** (-seen / 5)
    return (engaging * (extremity + 1) * agreeable * newness) ** 2


def next_statement(
    priorities: Mapping[str, float], seen: Collection[str], *, person: str, seed: int = 0
) -> str | None:
    """Draw a statement that the person has not seen, likelier the higher its priority.

    The draw follows from seed, person and how many statements they have seen: asking twice gives
    the same answer, and two people get different orders. None when all are seen.
    """
    unseen = sorted(priorities.keys() - set(seen))
    if not unseen:
        return None
    sums = list(accumulate(priorities[statement] for statement in unseen))
    if not sums[-1]:
        return unseen[0]
    mark = _chance(f"{seed}\n{person}\n{len(priorities) - len(unseen)}") * sums[-1]
    return next(statement for statement, end in zip(unseen, sums, strict=True) if mark < end)


def _chance(words: str) -> float:
    """A number from 0 to below 1 that is the same on every machine for the same words."""
    digest = hashlib.sha256(words.encode()).digest()
    return (int.from_bytes(digest[:8]) >> 11) / 2**53

"""Answers to one question from several places, united: everybody once, with the later answer."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from colloquy.methods.tallies import showable_together
from colloquy.rounds.results.ledger import AnswerRow


@dataclass(frozen=True, slots=True)
class Source:
    """The answers of one place with when each was kept, and the groups that its figures show."""

    answers: Sequence[tuple[AnswerRow, datetime]]
    shown: Collection[str]


@dataclass(frozen=True, slots=True)
class United:
    """Everybody's later answer, how many gave several, and the groups that may be shown."""

    rows: list[AnswerRow]
    answered_both: int
    shown: frozenset[str]


def unite(sources: Sequence[Source], threshold: int) -> United | None:
    """Unite answers; None where so few answered twice that their earlier answers would show."""
    answers = [each for source in sources for each in source.answers]
    latest: dict[str, tuple[AnswerRow, datetime]] = {}
    for row, at in answers:
        standing = latest.get(row.respondent)
        if standing is None or standing[1] <= at:
            latest[row.respondent] = (row, at)
    times = Counter(row.respondent for row, _ in answers)
    # by the group of the later answer: whoever changed groups is in one of them
    overlap = Counter(str(row.group_id) for who, (row, _) in latest.items() if times[who] > 1)
    shown = showable_together(
        [(_sizes(source), source.shown) for source in sources], overlap, threshold
    )
    if shown is None:
        return None
    return United([row for row, _ in latest.values()], overlap.total(), shown)


def _sizes(source: Source) -> Counter[str]:
    return Counter(str(row.group_id) for row, _ in source.answers)

"""From the votes of a round to opinion groups and figures, without a word of HTTP or SQL."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from colloquy.methods.opinion import (
    Opinions,
    Reading,
    Settings,
    TooFewPeople,
    VoteMatrix,
    find_opinions,
    read_known_groups,
    tabulate,
)
from colloquy.methods.opinion.analysis import read
from colloquy.methods.opinion.groups import ENOUGH_VOTES
from colloquy.methods.tallies import Vote
from colloquy.rounds.statements.opinion_schemas import GroupPlace
from colloquy.rounds.statements.order import NUMBERS

Cast = tuple[str, UUID, str | None, UUID | None]
"""A vote: the respondent, the statement, what they said, and the group they said it in."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the votes of a round say, before anything is hidden from anybody.

    `opinion` is None with its `refusal`, `stakeholder` where no group is large enough, and
    `whole`, everybody as one group, where nobody voted.
    """

    people: int
    enough: int
    whole: Reading | None
    opinion: Opinions | None
    refusal: str | None
    stakeholder: Opinions | None
    places: dict[str, GroupPlace]


@dataclass(frozen=True, slots=True)
class Sought:
    """How many people opinion groups need, and how many a group that is read by itself."""

    minimum: int
    threshold: int


def analyse(votes: Sequence[Cast], sought: Sought) -> Analysis:
    """Find opinion groups and read them, and read the stakeholder groups."""
    matrix = tabulate(
        (person, str(item_id), NUMBERS[Vote(vote)]) for person, item_id, vote, _ in votes if vote
    )
    opinion, refusal = _find(matrix, sought.minimum)
    return Analysis(
        people=len(matrix.people),
        enough=min(ENOUGH_VOTES, len(matrix.statements)),
        whole=read(matrix, {"everybody": matrix.people}) if matrix.people else None,
        opinion=opinion,
        refusal=refusal,
        stakeholder=_read_stakeholders(matrix, votes, sought.threshold),
        places=_places(opinion, sought.threshold) if opinion else {},
    )


def _find(matrix: VoteMatrix, minimum: int) -> tuple[Opinions | None, str | None]:
    try:
        return find_opinions(matrix, Settings(minimum=minimum)), None
    except TooFewPeople as refusal:
        return None, str(refusal)


def _read_stakeholders(
    matrix: VoteMatrix, votes: Sequence[Cast], threshold: int
) -> Opinions | None:
    """Read the groups that are large enough; the others count in the votes of everybody."""
    group_of = {person: str(group_id) for person, _, _, group_id in votes if group_id}
    sizes = Counter(group_of.values())
    large = {person: name for person, name in group_of.items() if sizes[name] >= threshold}
    return read_known_groups(matrix, large) if large else None


def _places(found: Opinions, threshold: int) -> dict[str, GroupPlace]:
    if found.grouping is None:
        return {}
    places = found.grouping.places
    return {
        name: _ellipse([places[person] for person in people])
        for name, people in found.groups.items()
        if len(people) >= threshold
    }


def _ellipse(points: Collection[tuple[float, float]]) -> GroupPlace:
    """The mean of some points, and two standard deviations along the axes of their spread."""
    cloud = np.array(list(points))
    spreads, axes = np.linalg.eigh(np.cov(cloud, rowvar=False, bias=True))
    x, y = cloud.mean(axis=0)
    short, long = 2 * np.sqrt(np.maximum(spreads, 0))
    return GroupPlace(
        x=float(x),
        y=float(y),
        long=float(long),
        short=float(short),
        turn=float(np.degrees(np.arctan2(axes[1, 1], axes[0, 1]))),
    )

"""Opinion groups: who votes alike, if people fall into groups at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from colloquy.methods.opinion.chance import best_by_chance
from colloquy.methods.opinion.clusters import divide
from colloquy.methods.opinion.matrix import VoteMatrix
from colloquy.methods.opinion.plane import find_plane
from colloquy.methods.opinion.silhouettes import judged, mean_silhouettes

ENOUGH_VOTES = 7
LEAST_PLACED = 15
LEAST_PEOPLE = 30


class TooFewPeople(Exception):
    """Groups of so few people would say more about chance than about opinions."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides on groups: stated, so that it can be printed beside them.

    Fewer than `minimum` people with enough votes are refused. With a best mean silhouette that is
    not above `least_silhouette` there is one group; without one, the bound is what chance reaches
    (`best_by_chance`). `count` asks for that many groups and no choice.
    """

    minimum: int = LEAST_PEOPLE
    least_silhouette: float | None = None
    most_groups: int = 5
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups by name, largest first, and what was left out, with the reason for each person.

    `silhouette` is that of the groups, or None for one group; `silhouettes` those of every number
    of groups tried, each the mean over `silhouettes_of` people; `least_silhouette` is the bound
    that the best had to pass, or None where a number of groups was asked for. `places` are where
    people stand in the plane, `extremity` how far each statement is from its centre.
    """

    k: int
    silhouette: float | None
    silhouettes: dict[int, float]
    silhouettes_of: int
    least_silhouette: float | None
    groups: dict[str, tuple[str, ...]]
    left_out: dict[str, str]
    places: dict[str, tuple[float, float]] = field(repr=False)
    extremity: dict[str, float] = field(repr=False)


def find_groups(matrix: VoteMatrix, settings: Settings | None = None) -> Grouping:
    """Place people by their votes and find groups among them; `TooFewPeople` for too few.

    People with at least 7 votes (or a vote on each statement, if there are fewer) are placed; where
    fewer than 15 have that, the 15 with most votes are.
    """
    settings = settings or Settings()
    needed = min(ENOUGH_VOTES, len(matrix.statements))
    _refuse_too_few(matrix, needed, settings)
    rows = _placed(matrix, needed)
    votes = matrix.votes[rows]
    plane = find_plane(votes)
    points = plane.place(votes)
    least = None if settings.count else _bound(votes, settings)
    labels, silhouettes = _choose(points, settings, least)
    people = [matrix.people[int(row)] for row in rows]
    chosen = int(labels.max()) + 1
    return Grouping(
        k=chosen,
        silhouette=silhouettes.get(chosen),
        silhouettes=silhouettes,
        silhouettes_of=len(judged(points)),
        least_silhouette=least,
        groups=_name(people, labels),
        left_out=_left_out(matrix, people, needed),
        places={
            person: (float(x), float(y)) for person, (x, y) in zip(people, points, strict=True)
        },
        extremity=dict(
            zip(matrix.statements, (float(each) for each in plane.extremity), strict=True)
        ),
    )


def take_groups(
    matrix: VoteMatrix, members: Mapping[str, str]
) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Take groups that are known already, by person; who is left out on either side, and why."""
    voted = set(matrix.people)
    groups: dict[str, list[str]] = {}
    for person in sorted(members.keys() & voted):
        groups.setdefault(members[person], []).append(person)
    left_out = {person: "is in no group" for person in matrix.people if person not in members}
    left_out |= dict.fromkeys(sorted(members.keys() - voted), "did not vote")
    return {name: tuple(groups[name]) for name in sorted(groups)}, left_out


def _refuse_too_few(matrix: VoteMatrix, needed: int, settings: Settings) -> None:
    enough = int(np.count_nonzero(matrix.counts >= needed))
    if enough < settings.minimum or not matrix.people:
        raise TooFewPeople(
            f"{_people(enough)} voted on at least {_statements(needed)}; opinion groups need "
            f"{settings.minimum}. Gather more votes, or use groups that you know already."
        )


def _placed(matrix: VoteMatrix, needed: int) -> NDArray[np.intp]:
    """The rows of the people who are placed, in order of their ids."""
    enough = np.flatnonzero(matrix.counts >= needed)
    if len(enough) >= LEAST_PLACED:
        return enough
    return np.sort(np.argsort(-matrix.counts, kind="stable")[:LEAST_PLACED])


def _bound(votes: NDArray[np.int8], settings: Settings) -> float:
    if settings.least_silhouette is not None:
        return settings.least_silhouette
    return best_by_chance(votes, settings.most_groups)


def _choose(
    points: NDArray[np.float64], settings: Settings, least: float | None
) -> tuple[NDArray[np.intp], dict[int, float]]:
    """The labels of the best division, or of one group, and the silhouettes of all tried.

    Without a bound it is the last division: as many groups as were asked for.
    """
    divisions = [one.labels for one in divide(points, settings.count or settings.most_groups)]
    several = {place + 1: labels for place, labels in enumerate(divisions) if place}
    if least is None:
        several = {k: labels for k, labels in several.items() if k == len(divisions)}
        return divisions[-1], _silhouettes(points, several)
    silhouettes = _silhouettes(points, several)
    best = max(silhouettes, key=lambda k: (silhouettes[k], -k), default=1)
    is_one = best == 1 or silhouettes[best] <= least
    return divisions[0 if is_one else best - 1], silhouettes


def _silhouettes(
    points: NDArray[np.float64], divisions: Mapping[int, NDArray[np.intp]]
) -> dict[int, float]:
    if not divisions:
        return {}
    return dict(zip(divisions, mean_silhouettes(points, [*divisions.values()]), strict=True))


def _name(people: Sequence[str], labels: Iterable[int]) -> dict[str, tuple[str, ...]]:
    """Groups called 1, 2, … from the largest; of equal ones first the one with the first person."""
    groups: dict[int, list[str]] = {}
    for person, label in zip(people, labels, strict=True):
        groups.setdefault(int(label), []).append(person)
    ordered = sorted(groups.values(), key=lambda members: (-len(members), members[0]))
    return {str(number): tuple(members) for number, members in enumerate(ordered, start=1)}


def _left_out(matrix: VoteMatrix, placed: Sequence[str], needed: int) -> dict[str, str]:
    inside = set(placed)
    return {
        person: f"voted on {_statements(int(count))}; at least {needed} are needed"
        for person, count in zip(matrix.people, matrix.counts, strict=True)
        if person not in inside
    }


def _people(count: int) -> str:
    return "One person" if count == 1 else f"{count} people"


def _statements(count: int) -> str:
    return "one statement" if count == 1 else f"{count} statements"

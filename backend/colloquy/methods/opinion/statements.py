"""How each group votes on each statement, and how far that sets it apart from everybody else.

The statistics are those of Polis (Small et al. 2021; the z test with one added to each count).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from colloquy.methods.opinion.matrix import AGREE, DISAGREE, UNSEEN, VoteMatrix

Z_90 = 1.2816
"""A z above this is significant at 90 %, one-sided."""

Counts = NDArray[np.int64]
Figures = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes of some people on one statement, with what they say of agreement.

    `pa` and `pd` are the shares that agree and disagree, drawn towards a half by one vote each
    way; `pat` and `pdt` are how many standard errors more than a half that is.
    """

    agrees: int
    disagrees: int
    passes: int
    pa: float
    pd: float
    pat: float
    pdt: float

    @property
    def total(self) -> int:
        """All votes, passes included."""
        return self.agrees + self.disagrees + self.passes


@dataclass(frozen=True, slots=True)
class GroupVotes(Votes):
    """A group's votes beside those of all other groups; None where there is no other group.

    `ra` is how many times likelier a member is to agree than somebody else, `rat` the z of that
    difference; `rd` and `rdt` the same for disagreeing.
    """

    ra: float | None
    rd: float | None
    rat: float | None
    rdt: float | None


@dataclass(frozen=True, slots=True)
class StatementFigures:
    """One statement: everybody's votes, each group's, and what all groups have in common.

    `group_informed_consensus` multiplies the groups' `pa`, so one group that does not agree is
    enough to lower it. `net_consensus` is the geometric mean of pa·(1 - pd) over groups, which
    also falls with disagreement and does not fall with the number of groups. `division` is the
    chance that of two people from different groups, the most opposed ones, the one agrees and the
    other disagrees; None with one group.
    """

    votes: Votes
    groups: dict[str, GroupVotes]
    group_informed_consensus: float
    net_consensus: float
    division: float | None


def count_statements(
    matrix: VoteMatrix, groups: Mapping[str, Sequence[str]]
) -> dict[str, StatementFigures]:
    """Work out every statement's figures; people in no group count in the votes of everybody."""
    everybody = _count(matrix.votes)
    counted = {name: _count(matrix.votes[matrix.rows(people)]) for name, people in groups.items()}
    together = sum(counted.values(), start=np.zeros_like(everybody))
    whole = [
        Votes(*counts, *figures)
        for counts, figures in zip(_columns(everybody), _columns(_describe(everybody)), strict=True)
    ]
    apart = {
        name: _group_votes(counts, together - counts if len(groups) > 1 else None)
        for name, counts in counted.items()
    }
    return {
        statement: _figures(whole[column], {name: votes[column] for name, votes in apart.items()})
        for column, statement in enumerate(matrix.statements)
    }


def _group_votes(counts: Counts, rest: Counts | None) -> list[GroupVotes]:
    compared = [[None] * 4] * counts.shape[1] if rest is None else _columns(_compare(counts, rest))
    return [
        GroupVotes(*counted, *described, *against)
        for counted, described, against in zip(
            _columns(counts), _columns(_describe(counts)), compared, strict=True
        )
    ]


def _count(votes: NDArray[np.int8]) -> Counts:
    """Agrees, disagrees and passes in three rows, a column a statement."""
    agrees = np.count_nonzero(votes == AGREE, axis=0)
    disagrees = np.count_nonzero(votes == DISAGREE, axis=0)
    seen = np.count_nonzero(votes != UNSEEN, axis=0)
    return np.array([agrees, disagrees, seen - agrees - disagrees], dtype=np.int64)


def _describe(counts: Counts) -> Figures:
    """pa, pd, pat, pdt: (n + 1)/(N + 2), and 2·√(N + 1)·((n + 1)/(N + 1) - ½)."""
    some, whole = counts[:2], counts.sum(axis=0)
    shares = (some + 1) / (whole + 2)
    scores = 2 * np.sqrt(whole + 1) * ((some + 1) / (whole + 1) - 0.5)
    return np.vstack([shares, scores])


def _compare(counts: Counts, rest: Counts) -> Figures:
    """ra, rd, rat, rdt of a group against the rest."""
    shares, others = _describe(counts)[:2], _describe(rest)[:2]
    some, whole = counts[:2] + 1, counts.sum(axis=0) + 1
    some_rest, whole_rest = rest[:2] + 1, rest.sum(axis=0) + 1
    pooled = (some + some_rest) / (whole + whole_rest)
    error = np.sqrt(pooled * np.maximum(1 - pooled, 0) * (1 / whole + 1 / whole_rest))
    difference = some / whole - some_rest / whole_rest
    # no error, no difference: everybody on both sides said the same
    scores = np.divide(difference, error, out=np.zeros_like(error), where=error > 0)
    return np.vstack([shares / others, scores])


def _figures(votes: Votes, groups: dict[str, GroupVotes]) -> StatementFigures:
    each = list(groups.values())
    return StatementFigures(
        votes=votes,
        groups=groups,
        group_informed_consensus=prod(group.pa for group in each),
        net_consensus=prod(group.pa * (1 - group.pd) for group in each) ** (1 / len(each)),
        division=max((one.pa * other.pd for one, other in permutations(each, 2)), default=None),
    )


def _columns(rows: NDArray[Any]) -> list[list[Any]]:
    return rows.T.tolist()

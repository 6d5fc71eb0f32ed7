"""The last vote of every person on every statement, as a matrix in an order of its own."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

AGREE, PASS, DISAGREE = 1, 0, -1
UNSEEN = 2
MOST_CELLS = 25_000_000
"""People × statements: 25 MB as votes, and eight times that while the plane is found."""


class TooLarge(ValueError):
    """The matrix would not fit into the memory that a common machine has."""


@dataclass(frozen=True, slots=True, eq=False)
class VoteMatrix:
    """People in rows and statements in columns, both in the order of their ids.

    The order of the votes that it is made from leaves no trace, so nothing that is worked out from
    it can depend on that order. `repeated` votes were replaced by a later one of the same person.
    """

    people: tuple[str, ...]
    statements: tuple[str, ...]
    votes: NDArray[np.int8]
    repeated: int

    @property
    def counts(self) -> NDArray[np.intp]:
        """How many statements each person voted on."""
        return np.count_nonzero(self.votes != UNSEEN, axis=1)

    def rows(self, people: Collection[str]) -> NDArray[np.intp]:
        """The rows of some people, in order; those who did not vote have none."""
        wanted = set(people)
        found = [row for row, person in enumerate(self.people) if person in wanted]
        return np.array(found, dtype=np.intp)


def tabulate(votes: Iterable[tuple[str, str, int]], *, without: Collection[str] = ()) -> VoteMatrix:
    """Make the matrix from (person, statement, vote) in the order in which they were cast.

    Of several votes by one person on one statement the last counts. Statements `without` are left
    out, as those moderated away. Raises ValueError for a vote that is not 1, 0 or -1.
    """
    # each id gets the next number when it is met first
    people: defaultdict[str, int] = defaultdict(count().__next__)
    statements: defaultdict[str, int] = defaultdict(count().__next__)
    rows, columns, values = array("q"), array("q"), array("b")
    for person, statement, vote in votes:
        if vote not in (AGREE, PASS, DISAGREE):
            raise ValueError(f"{vote} is no vote: 1 is agree, 0 is pass and -1 is disagree.")
        if statement in without:
            continue
        rows.append(people[person])
        columns.append(statements[statement])
        values.append(vote)
    cells = len(people) * len(statements)
    if cells > MOST_CELLS:
        raise TooLarge(
            f"{len(people)} people and {len(statements)} statements make {cells} cells; "
            f"at most {MOST_CELLS} can be worked on. Take fewer statements at a time."
        )
    matrix = np.full((len(people), len(statements)), UNSEEN, dtype=np.int8)
    # numpy keeps the last value where an index is repeated
    matrix[_ranks(people)[rows], _ranks(statements)[columns]] = np.asarray(values)
    kept = int(np.count_nonzero(matrix != UNSEEN))
    return VoteMatrix(
        tuple(sorted(people)), tuple(sorted(statements)), matrix, repeated=len(values) - kept
    )


def _ranks(positions: Mapping[str, int]) -> NDArray[np.intp]:
    """Where each id, by its order of appearance, stands in the order of ids."""
    ranks = np.empty(len(positions), dtype=np.intp)
    for rank, name in enumerate(sorted(positions)):
        ranks[positions[name]] = rank
    return ranks

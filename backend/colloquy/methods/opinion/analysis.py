"""From votes to groups, and from groups to the statements worth reading first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from colloquy.methods.opinion.groups import Grouping, Settings, find_groups, take_groups
from colloquy.methods.opinion.matrix import VoteMatrix
from colloquy.methods.opinion.selection import (
    Consensus,
    Representative,
    find_consensus,
    find_divisive,
    find_representative,
)
from colloquy.methods.opinion.statements import StatementFigures, count_statements


@dataclass(frozen=True, slots=True)
class Reading:
    """Every statement's figures, and which statements to read first."""

    statements: dict[str, StatementFigures]
    consensus: Consensus
    representative: dict[str, list[Representative]]
    divisive: list[str]


@dataclass(frozen=True, slots=True)
class Opinions:
    """Groups that were found, or known before, with what they say; `grouping` of found ones."""

    groups: dict[str, tuple[str, ...]]
    left_out: dict[str, str]
    reading: Reading
    grouping: Grouping | None


def find_opinions(matrix: VoteMatrix, settings: Settings | None = None) -> Opinions:
    """Find groups by their votes and read them; raises `TooFewPeople`."""
    grouping = find_groups(matrix, settings)
    reading = read(matrix, grouping.groups)
    return Opinions(grouping.groups, grouping.left_out, reading, grouping)


def read_known_groups(matrix: VoteMatrix, members: Mapping[str, str]) -> Opinions:
    """Read the votes of groups that are known already, given as person to group."""
    groups, left_out = take_groups(matrix, members)
    return Opinions(groups, left_out, read(matrix, groups), grouping=None)


def read(matrix: VoteMatrix, groups: Mapping[str, Sequence[str]]) -> Reading:
    """Count every statement by group and choose what to read first; raises ValueError for no group."""
    if not groups:
        raise ValueError("There is nobody in any group.")
    statements = count_statements(matrix, groups)
    return Reading(
        statements=statements,
        consensus=find_consensus(statements),
        representative={group: find_representative(statements, group) for group in groups},
        divisive=find_divisive(statements),
    )

"""The statements worth reading first: what all agree on, what tells a group apart, what divides."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from colloquy.methods.opinion.statements import Z_90, GroupVotes, StatementFigures, Votes


class Direction(StrEnum):
    """Which way people lean."""

    AGREE = "agree"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class Consensus:
    """Statements that most people agree with, and that most disagree with, strongest first."""

    agree: list[str]
    disagree: list[str]


@dataclass(frozen=True, slots=True)
class Representative:
    """A statement that tells a group apart, and which way the group leans on it."""

    statement: str
    direction: Direction


def find_consensus(statements: Mapping[str, StatementFigures]) -> Consensus:
    """Choose statements by everybody's votes: p > ½ and z > 1.2816, ranked by p·z."""
    agreed = {name: (each.votes.pa, each.votes.pat) for name, each in statements.items()}
    refused = {name: (each.votes.pd, each.votes.pdt) for name, each in statements.items()}
    return Consensus(_ranked(agreed), _ranked(refused))


def find_representative(
    statements: Mapping[str, StatementFigures], group: str
) -> list[Representative]:
    """Choose what a group, more than the others, agrees or disagrees with; strongest first.

    Both z must be above 1.2816; the rank is by ra·rat·pa·pat, or the four of disagreement.
    """
    found: dict[Representative, float] = {}
    for name, each in statements.items():
        for direction in Direction:
            strength = _strength(each.groups[group], direction)
            if strength is not None:
                found[Representative(name, direction)] = strength
    return sorted(found, key=lambda one: (-found[one], one.statement))


def find_divisive(statements: Mapping[str, StatementFigures]) -> list[str]:
    """Choose statements that one group is for and another against, the most divided first.

    Both must be significant (`pat` of the one, `pdt` of the other above 1.2816); the rank is by
    `division`.
    """
    found = {
        name: each.division
        for name, each in statements.items()
        if each.division is not None
        and any(group.pat > Z_90 for group in each.groups.values())
        and any(group.pdt > Z_90 for group in each.groups.values())
    }
    return sorted(found, key=lambda name: (-found[name], name))


def _ranked(figures: Mapping[str, tuple[float, float]]) -> list[str]:
    strengths = {name: p * z for name, (p, z) in figures.items() if p > 0.5 and z > Z_90}
    return sorted(strengths, key=lambda name: (-strengths[name], name))


def _strength(votes: GroupVotes, direction: Direction) -> float | None:
    ratio, apart = (votes.ra, votes.rat) if direction is Direction.AGREE else (votes.rd, votes.rdt)
    share, score = _lean(votes, direction)
    if ratio is None or apart is None or apart <= Z_90 or score <= Z_90:
        return None
    return ratio * apart * share * score


def _lean(votes: Votes, direction: Direction) -> tuple[float, float]:
    if direction is Direction.AGREE:
        return votes.pa, votes.pat
    return votes.pd, votes.pdt

"""What may be shown of an analysis: no group's votes that are too few, nor any by subtraction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from colloquy.methods.opinion import Opinions, StatementFigures, Votes
from colloquy.methods.opinion.statements import Z_90
from colloquy.methods.tallies import showable_groups
from colloquy.rounds.statements.opinion_schemas import (
    GroupOnStatement,
    GroupPlace,
    GroupsReading,
    GroupTelling,
    OpinionGroup,
    StatementByGroup,
    TellingStatement,
    VotesCast,
)

IN_NO_GROUP = ""
"""The votes of people in none of the groups: they cover others, and can be had by subtraction."""


@dataclass(frozen=True, slots=True)
class Showing:
    """For whom an analysis is shown: the order of groups, the threshold, and my own group."""

    keys: Sequence[str]
    threshold: int
    mine: str | None


def show_groups(
    found: Opinions, places: Mapping[str, GroupPlace], showing: Showing
) -> GroupsReading:
    """Read groups for somebody: every figure is that of a group large enough, or of everybody."""
    figures = found.reading.statements
    shown = {name: showable_on(each, showing.threshold) for name, each in figures.items()}
    return GroupsReading(
        groups=[_group(key, found, places, showing.threshold) for key in showing.keys],
        statements=[
            _statement(name, figures[name], shown[name], showing.keys) for name in sorted(figures)
        ],
        common=_common(figures, shown),
        telling=[
            GroupTelling(key=key, statements=_telling(key, found, shown)) for key in showing.keys
        ],
        divisive=[
            UUID(name) for name in found.reading.divisive if _divides(figures[name], shown[name])
        ],
        mine=showing.mine,
        is_partial=any(len(shown[name]) < len(each.groups) for name, each in figures.items())
        or any(key not in found.groups for key in showing.keys),
    )


def showable_on(figures: StatementFigures, threshold: int) -> frozenset[str]:
    """The groups whose votes on a statement may stand beside those of everybody."""
    sizes = {key: votes.total for key, votes in figures.groups.items()}
    sizes[IN_NO_GROUP] = figures.votes.total - sum(sizes.values())
    return showable_groups(sizes, threshold) - {IN_NO_GROUP}


def count(votes: Votes) -> VotesCast:
    """Votes as everybody reads them."""
    return VotesCast(agree=votes.agrees, disagree=votes.disagrees, passed=votes.passes)


def _group(
    key: str, found: Opinions, places: Mapping[str, GroupPlace], threshold: int
) -> OpinionGroup:
    size = len(found.groups.get(key, ()))
    return OpinionGroup(key=key, size=size if size >= threshold else None, place=places.get(key))


def _statement(
    name: str, figures: StatementFigures, shown: frozenset[str], keys: Sequence[str]
) -> StatementByGroup:
    return StatementByGroup(
        item_id=UUID(name),
        groups=[
            GroupOnStatement(key=key, votes=count(figures.groups[key]) if key in shown else None)
            for key in keys
        ],
        # from it and the groups that are shown, a hidden group's votes could be worked out
        common=figures.group_informed_consensus if len(shown) == len(figures.groups) else None,
    )


def _common(
    figures: Mapping[str, StatementFigures], shown: Mapping[str, frozenset[str]]
) -> list[UUID]:
    """Statements that most people of every group agree with, by group-informed consensus."""
    found = {
        name: each.group_informed_consensus
        for name, each in figures.items()
        if len(shown[name]) == len(each.groups)
        and all(group.agrees * 2 > group.total for group in each.groups.values())
    }
    return [UUID(name) for name in sorted(found, key=lambda name: (-found[name], name))]


def _telling(
    key: str, found: Opinions, shown: Mapping[str, frozenset[str]]
) -> list[TellingStatement]:
    figures = found.reading.statements
    return [
        TellingStatement(
            item_id=UUID(one.statement),
            direction=one.direction,
            here=count(figures[one.statement].groups[key]),
            elsewhere=_others(figures[one.statement], key),
        )
        for one in found.reading.representative.get(key, [])
        if key in shown[one.statement]
    ]


def _others(figures: StatementFigures, key: str) -> VotesCast:
    """The votes of everybody but this group, so that nothing follows from them but the whole."""
    whole, here = figures.votes, figures.groups[key]
    return VotesCast(
        agree=whole.agrees - here.agrees,
        disagree=whole.disagrees - here.disagrees,
        passed=whole.passes - here.passes,
    )


def _divides(figures: StatementFigures, shown: frozenset[str]) -> bool:
    """True where a group that is shown is for it, and another that is shown against it."""
    groups = [figures.groups[key] for key in shown]
    return any(group.pat > Z_90 for group in groups) and any(group.pdt > Z_90 for group in groups)

"""What `colloquy analyse votes` reads and prints: groups, statements, and what to read first."""

from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import Any

from colloquy.cli.analyse_tables import Problems, TableRefused, read_rows
from colloquy.methods.opinion import (
    Grouping,
    GroupVotes,
    Opinions,
    StatementFigures,
    TooLarge,
    VoteMatrix,
    Votes,
    tabulate,
)

COLUMNS = ("participant", "statement", "vote")
GROUP_COLUMNS = ("participant", "group")
_VOTES = {"1": 1, "0": 0, "-1": -1}


def read_votes(file: str, without: Collection[str]) -> VoteMatrix:
    """Read a file of votes; of several rows for a person and a statement the last counts."""
    unknown = Problems(
        "there is an unknown vote", "Write 1 for agree, 0 for pass and -1 for disagree."
    )
    nameless = Problems("participant or statement is empty", "Name both in every line.")

    def good_rows() -> Iterator[tuple[str, str, int]]:
        for line, (person, statement, vote) in read_rows(file, COLUMNS):
            if not person or not statement:
                nameless.add(line, f"{person},{statement}")
            elif vote not in _VOTES:
                unknown.add(line, vote)
            else:
                yield person, statement, _VOTES[vote]

    try:
        matrix = tabulate(good_rows(), without=without)
    except TooLarge as error:
        raise TableRefused(f"{file}: {error}") from error
    nameless.refuse(file)
    unknown.refuse(file)
    if not matrix.people:
        raise TableRefused(f"{file} holds no votes but those on statements left out by --without.")
    return matrix


def read_groups(file: str, voted: Collection[str]) -> dict[str, str]:
    """Read who is in which group; refused with a person in two groups, or nobody who voted."""
    members: dict[str, str] = {}
    twice = Problems("a person is in two groups", "Keep one line for each person.")
    nameless = Problems("participant or group is empty", "Name both in every line.")
    for line, (person, group) in read_rows(file, GROUP_COLUMNS):
        if not person or not group:
            nameless.add(line, f"{person},{group}")
        elif members.setdefault(person, group) != group:
            twice.add(line, person)
    nameless.refuse(file)
    twice.refuse(file)
    if members.keys().isdisjoint(voted):
        raise TableRefused(
            f"{file}: Nobody who voted is in a group. Name people as in the file of votes."
        )
    return members


def report(opinions: Opinions) -> dict[str, Any]:
    """Put together what is printed."""
    reading = opinions.reading
    return {
        "k": len(opinions.groups),
        **_fit(opinions.grouping),
        "groups": {name: list(people) for name, people in opinions.groups.items()},
        "left_out": [
            {"participant": person, "reason": reason}
            for person, reason in sorted(opinions.left_out.items())
        ],
        "statements": {name: _statement(each) for name, each in reading.statements.items()},
        "consensus": asdict(reading.consensus),
        "representative": {
            group: [asdict(one) for one in found] for group, found in reading.representative.items()
        },
        "divisive": reading.divisive,
    }


def _fit(grouping: Grouping | None) -> dict[str, Any]:
    """How well the groups fit; nothing is known of groups that were given."""
    if grouping is None:
        return {"silhouette": None}
    return {
        "silhouette": grouping.silhouette,
        "silhouettes": grouping.silhouettes,
        "silhouettes_of": grouping.silhouettes_of,
        "least_silhouette": grouping.least_silhouette,
    }


def _statement(figures: StatementFigures) -> dict[str, Any]:
    return {
        **_votes(figures.votes),
        "groups": {name: _votes(votes) for name, votes in figures.groups.items()},
        "group_informed_consensus": figures.group_informed_consensus,
        "net_consensus": figures.net_consensus,
        "division": figures.division,
    }


def _votes(votes: Votes | GroupVotes) -> dict[str, Any]:
    return asdict(votes)

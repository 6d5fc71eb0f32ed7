"""Opinion groups and statement figures against red-dwarf and scikit-learn (tests/golden/analyse)."""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

from colloquy.methods.opinion import find_opinions, priority, read_known_groups, tabulate
from colloquy.methods.opinion.clusters import divide
from colloquy.methods.opinion.plane import find_plane
from colloquy.methods.opinion.silhouettes import mean_silhouettes

FOLDER = Path(__file__).parent / "analyse"
RECORDED: dict[str, Any] = json.loads((FOLDER / "red_dwarf.json").read_text())


def votes() -> list[tuple[str, str, int]]:
    with (FOLDER / "votes.csv").open(newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [(person, statement, int(vote)) for person, statement, vote in rows]


MATRIX = tabulate(votes())
POINTS = find_plane(MATRIX.votes).place(MATRIX.votes)
KNOWN = {person: str(label) for person, label in RECORDED["labels"].items()}


def test_people_stand_where_red_dwarf_places_them_but_for_the_direction_of_the_axes() -> None:
    theirs = np.array([RECORDED["places"][person] for person in MATRIX.people])

    signs = np.sign((POINTS * theirs).sum(axis=0))

    np.testing.assert_allclose(POINTS * signs, theirs, atol=1e-9)


@pytest.mark.parametrize("group", sorted(RECORDED["groups"]))
def test_every_figure_of_every_group_is_that_of_red_dwarf(group: str) -> None:
    found = read_known_groups(MATRIX, KNOWN).reading.statements

    for statement, theirs in RECORDED["groups"][group].items():
        ours = found[statement].groups[group]
        assert (ours.agrees, ours.disagrees, ours.total) == (
            theirs["na"],
            theirs["nd"],
            theirs["ns"],
        )
        for name in ("pa", "pd", "pat", "pdt", "ra", "rd", "rat", "rdt"):
            assert getattr(ours, name) == pytest.approx(theirs[name], abs=1e-12), (statement, name)


def test_consensus_is_that_of_red_dwarf() -> None:
    reading = read_known_groups(MATRIX, KNOWN).reading

    assert reading.consensus.agree == RECORDED["consensus"]["agree"]
    assert reading.consensus.disagree == RECORDED["consensus"]["disagree"]
    informed = {name: each.group_informed_consensus for name, each in reading.statements.items()}
    assert informed == pytest.approx(RECORDED["group_informed_consensus"])


def test_extremity_and_priority_are_those_of_red_dwarf() -> None:
    found = find_opinions(MATRIX)
    assert found.grouping is not None
    extremity = found.grouping.extremity

    assert extremity == pytest.approx(RECORDED["extremity"])
    for statement, each in found.reading.statements.items():
        counts = (each.votes.agrees, each.votes.disagrees, each.votes.passes)
        assert priority(*counts, extremity[statement]) == pytest.approx(
            RECORDED["priority"][statement]
        )


def test_the_silhouette_is_that_of_scikit_learn() -> None:
    divisions = [clusters.labels for clusters in divide(POINTS, 5)][1:]

    ours = mean_silhouettes(POINTS, divisions)

    assert ours == pytest.approx([silhouette_score(POINTS, labels) for labels in divisions])


def test_the_division_is_as_tight_as_the_best_of_fifty_random_starts() -> None:
    for clusters in divide(POINTS, 5):
        k = len(clusters.centres)
        best = KMeans(k, n_init=50, random_state=0, tol=0).fit(POINTS).inertia_
        # three groups were planted: up to there exactly, beyond that there is nothing to find
        assert clusters.spread <= best * (1 + (1e-9 if k <= 3 else 0.03))


def test_the_three_planted_groups_are_found() -> None:
    found = find_opinions(MATRIX)

    planted = [{str(person) for person in range(100 + group, 160, 3)} for group in range(3)]
    overlaps = [
        max(len(set(people) & each) for each in planted) for people in found.groups.values()
    ]
    assert len(found.groups) == 3
    assert sum(overlaps) >= 54

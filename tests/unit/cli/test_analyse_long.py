"""`colloquy analyse` on a million rows, which is more than any study has: bounded in memory."""

import csv
import json
import resource
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

ROWS = 1_000_000
MOST_MEGABYTES = 3000

pytestmark = pytest.mark.long


def analyse(*arguments: str) -> dict[str, Any]:
    """Run the command as a process of its own, and hold it to its memory."""
    done = subprocess.run(
        [sys.executable, "-m", "colloquy.cli", "analyse", *arguments],
        capture_output=True,
        check=True,
        text=True,
    )
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 < MOST_MEGABYTES
    return json.loads(done.stdout)


def write(path: Path, header: str, rows: Iterable[Iterable[object]]) -> str:
    with path.open("w", newline="", encoding="utf-8") as file:
        file.write(f"{header}\n")
        csv.writer(file).writerows(rows)
    return str(path)


def test_a_million_ratings(tmp_path: Path) -> None:
    ratings = np.random.default_rng(1).integers(1, 10, ROWS).tolist()
    rows = ((f"i{n % 200}", f"p{n // 200}", f"g{n // 200 % 5}", ratings[n]) for n in range(ROWS))

    found = analyse("ratings", write(tmp_path / "r.csv", "item,participant,group,rating", rows))

    assert len(found["items"]) == 200
    assert found["items"]["i7"]["overall"]["n"] == ROWS // 200


def test_a_million_votes(tmp_path: Path) -> None:
    random = np.random.default_rng(2)
    sides = np.where(random.random((2, 200)) < 0.5, 1, -1)
    rows = (
        (f"p{n // 25}", f"s{statement}", sides[n // 25 % 2, statement] * (-1 if flip else 1))
        for n, (statement, flip) in enumerate(
            zip(random.integers(0, 200, ROWS), random.random(ROWS) < 0.15, strict=True)
        )
    )

    found = analyse("votes", write(tmp_path / "v.csv", "participant,statement,vote", rows))

    assert found["k"] == 2
    assert sum(len(people) for people in found["groups"].values()) == ROWS // 25

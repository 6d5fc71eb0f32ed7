"""Records what red-dwarf 0.4.0, an independent implementation of Polis, says of 60 people's votes.

Run by hand: `python -m tests.golden.analyse.record`. Everybody has at least seven votes, and
nothing is moderated, because red-dwarf finds the plane from all people, and Colloquy from those
who are placed.
"""

import csv
import json
import warnings
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
PEOPLE, STATEMENTS, GROUPS = 60, 20, 3


def make_votes() -> list[tuple[str, str, int]]:
    """Three groups with a profile each, a tenth of passes, two thirds of all statements seen."""
    random = np.random.default_rng(2026)
    profiles = np.where(random.random((GROUPS, STATEMENTS)) < 0.5, 0.12, 0.88)
    profiles[:, :3] = 0.92
    found: list[tuple[str, str, int]] = []
    for person in range(PEOPLE):
        seen = random.permutation(STATEMENTS)[: random.integers(8, STATEMENTS)]
        for statement in sorted(seen):
            agrees = random.random() < profiles[person % GROUPS, statement]
            vote = 0 if random.random() < 0.1 else (1 if agrees else -1)
            found.append((str(person + 100), str(statement + 10), vote))
    return found


def record(votes: list[tuple[str, str, int]]) -> dict[str, object]:
    """Every figure that both work out, by red-dwarf's names."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from reddwarf.implementations.base import run_pipeline  # noqa: PLC0415 - warns as it loads

        rows = [
            {"participant_id": int(person), "statement_id": int(statement), "vote": vote}
            for person, statement, vote in votes
        ]
        found = run_pipeline(rows, random_state=1, pick_max=STATEMENTS, force_group_count=GROUPS)
    statements = found.statements_df
    return {
        "labels": {str(p): int(row.cluster_id) for p, row in found.participants_df.iterrows()},
        "places": {
            str(p): [float(x), float(y)] for p, (x, y) in found.participant_projections.items()
        },
        "groups": {
            str(group): {
                str(statement): {name: float(value) for name, value in row.items()}
                for (_, statement), row in rows.iterrows()
            }
            for group, rows in found.group_comment_stats.groupby(level="group_id")
        },
        "group_informed_consensus": {
            str(s): float(value) for s, value in found.group_aware_consensus["agree"].items()
        },
        "consensus": {
            way: [str(one["tid"]) for one in found.consensus[way]] for way in ("agree", "disagree")
        },
        "extremity": {str(s): float(value) for s, value in statements["extremity"].items()},
        "priority": {str(s): float(value) for s, value in statements["priority"].items()},
    }


if __name__ == "__main__":
    cast = make_votes()
    with (HERE / "votes.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("participant", "statement", "vote"), *cast])
    (HERE / "red_dwarf.json").write_text(json.dumps(record(cast), indent=1) + "\n")

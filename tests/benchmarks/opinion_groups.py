"""Opinion groups against red-dwarf, an independent implementation of Polis, on the same votes.

Both begin with a list of votes and end with every figure of every group. Colloquy is to take a
fifth of red-dwarf's time at most. The growth is from 500 to 20,000 people; up to 500 the bound
for one group is from 19 shuffles, which costs 19 times the search itself.
"""

import time
import warnings
from collections.abc import Callable

import numpy as np

from colloquy.methods.opinion import find_opinions, tabulate

with warnings.catch_warnings():  # red-dwarf warns of its own use of pydantic as it loads
    warnings.simplefilter("ignore")
    from reddwarf.implementations.base import run_pipeline

PEOPLE, STATEMENTS, DENSITY, GROUPS = 2000, 200, 0.13, 3
SIZES = (500, 1000, 2000, 5000, 10_000, 20_000)
RUNS = 3
TARGET = 1 / 5

Votes = list[tuple[str, str, int]]


def make_votes(people: int) -> Votes:
    """Votes of three groups, 80 % with their group's view, on an eighth of all statements."""
    random = np.random.default_rng(1)
    views = np.where(random.random((GROUPS, STATEMENTS)) < 0.5, 1, -1)
    rows, columns = np.nonzero(random.random((people, STATEMENTS)) < DENSITY)
    with_group = np.where(random.random(len(rows)) < 0.8, 1, -1)
    votes = np.where(random.random(len(rows)) < 0.1, 0, views[rows % GROUPS, columns] * with_group)
    return [
        (str(person), str(statement), int(vote))
        for person, statement, vote in zip(rows, columns, votes, strict=True)
    ]


def shortest(work: Callable[[], object]) -> float:
    """The shortest of a few runs: what others do on the machine only ever adds."""
    times: list[float] = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def red_dwarf(votes: Votes) -> Callable[[], object]:
    """The whole pipeline of red-dwarf on the same votes, in the shape that it takes."""
    rows = [
        {"participant_id": int(person), "statement_id": int(statement), "vote": vote}
        for person, statement, vote in votes
    ]
    return lambda: run_pipeline(rows, random_state=1)


def main() -> None:
    """Print the ratio and the growth."""
    votes = make_votes(PEOPLE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = shortest(red_dwarf(votes))
    ours = shortest(lambda: find_opinions(tabulate(votes)))
    print(f"\nopinion groups, {PEOPLE} people × {STATEMENTS} statements, {len(votes)} votes")
    print(f"{'Colloquy ÷ red-dwarf':44}{ours / theirs:>8.2f}   (target: at most {TARGET:.2f})")
    print(f"\n{'opinion groups (people)':44}{'seconds':>8}{'÷ 2000 people':>16}")
    for people in SIZES:
        some = make_votes(people)
        taken = shortest(lambda some=some: find_opinions(tabulate(some)))
        print(f"{people:<44}{taken:>8.2f}{taken / ours:>16.1f}")

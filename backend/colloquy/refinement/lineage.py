"""Walks a lineage back: pure, on edges and versions that have been read at once."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from colloquy.theory.models import LineageEdge, MechanismVersion


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A version behind another: how many steps back, and by which edge, if one is drawn."""

    version_id: UUID
    steps: int
    edge: LineageEdge | None
    into_version_id: UUID | None


def walk_back(
    start: UUID, versions: Sequence[MechanismVersion], edges: Sequence[LineageEdge]
) -> list[Ancestor]:
    """The version itself, then everything it came from, nearest first, each once.

    A mechanism's earlier version is behind the later one also where nobody drew the edge. A loop,
    which an import may bring, ends the walk rather than going round.
    """
    into: defaultdict[UUID, list[LineageEdge]] = defaultdict(list)
    for edge in edges:
        if edge.to_version_id:
            into[edge.to_version_id].append(edge)
    before = _versions_before(versions)
    found = {start: Ancestor(start, 0, None, None)}
    waiting = deque([start])
    while waiting:
        current = waiting.popleft()
        steps = found[current].steps + 1
        behind = [(edge.from_version_id, edge) for edge in into[current]]
        for version_id, edge in [*behind, (before.get(current), None)]:
            if version_id and version_id not in found:
                found[version_id] = Ancestor(version_id, steps, edge, current)
                waiting.append(version_id)
    return list(found.values())


def _versions_before(versions: Sequence[MechanismVersion]) -> dict[UUID, UUID]:
    by_mechanism: defaultdict[UUID, list[MechanismVersion]] = defaultdict(list)
    for version in versions:
        by_mechanism[version.mechanism_id].append(version)
    before: dict[UUID, UUID] = {}
    for line in by_mechanism.values():
        in_order = sorted(line, key=lambda version: version.number)
        before |= {later.id: one.id for one, later in pairwise(in_order)}
    return before

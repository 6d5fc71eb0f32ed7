"""The line of recordings that wait for a worker: places, and how long each waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class InLine:
    """A transcription that waits or runs, and the seconds of work that are left of it."""

    transcript_id: UUID
    is_running: bool
    seconds_left: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a transcription stands: 0 runs, 1 is next; when it is likely to begin and to end."""

    number: int
    starts_in: float
    ends_in: float


def places(line: Sequence[InLine]) -> dict[UUID, Place]:
    """Everybody's place; `line` is in the order in which it was asked for.

    As many are heard at once as run now, and at least one.
    """
    running = [one for one in line if one.is_running]
    waiting = [one for one in line if not one.is_running]
    free_at = sorted(one.seconds_left for one in running) or [0.0]
    found = {one.transcript_id: Place(0, 0.0, one.seconds_left) for one in running}
    for number, one in enumerate(waiting, 1):
        start = free_at.pop(0)
        found[one.transcript_id] = Place(number, start, start + one.seconds_left)
        free_at = sorted([*free_at, start + one.seconds_left])
    return found

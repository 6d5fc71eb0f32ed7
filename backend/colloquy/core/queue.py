"""The queue that carries job ids to workers: Huey on SQLite by default, on Redis when configured.

Lanes of their own, so that neither a mail nor a room that waits for its captions waits behind an
hour of transcription or of a rehearsal. The queue holds nothing that the database does not: a lost
entry is put back by the sweep (`colloquy.core.jobs`).
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property
from typing import Any, cast
from uuid import UUID

from huey import RedisHuey, SqliteHuey
from huey.api import Huey

from colloquy.core.settings import Settings

TASK = "run_job"


class Lane(StrEnum):
    """Which queue a job waits in."""

    QUICK = "quick"
    LONG = "long"
    LIVE = "live"
    REHEARSAL = "rehearsal"


class Queue:
    """All lanes; `runner` is what a worker does with a job id."""

    def __init__(self, settings: Settings, runner: Callable[[str], None] | None = None) -> None:
        self._settings = settings
        self._runner = runner

    @property
    def lanes(self) -> dict[Lane, Huey]:
        """Every lane."""
        return self._opened[0]

    @cached_property
    def _opened(self) -> tuple[dict[Lane, Huey], dict[Lane, Any]]:
        # not before there is something to hand over or to wait for: a worker has a runtime for each
        # job, and most hand over nothing
        def run_job(job_id: str) -> None:
            if self._runner is None:
                raise RuntimeError(f"Job {job_id} reached a process that runs no jobs.")
            self._runner(job_id)

        lanes = {lane: _make_lane(lane, self._settings) for lane in Lane}
        tasks = {lane: cast("Any", huey).task(name=TASK)(run_job) for lane, huey in lanes.items()}
        return lanes, tasks

    def put(self, lane: Lane, job_id: UUID) -> None:
        """Hand a job to the workers of its lane."""
        _, tasks = self._opened
        tasks[lane](str(job_id))

    def length(self, lane: Lane) -> int:
        """How many entries wait in a lane."""
        return cast("int", self.lanes[lane].pending_count())


def _make_lane(lane: Lane, settings: Settings) -> Huey:
    name = f"colloquy-{lane}"
    if settings.redis_url:
        return RedisHuey(name, url=settings.redis_url, results=False)
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    return SqliteHuey(
        name, filename=str(settings.data_folder / "queue.db"), results=False, fsync=True
    )

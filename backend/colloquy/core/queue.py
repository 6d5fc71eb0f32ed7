"""The queue that carries job ids to workers: Huey on SQLite by default, on Redis when configured.

Two lanes, so that a mail never waits behind an hour of transcription. The queue holds nothing that
the database does not: a lost entry is put back by the sweep (`colloquy.core.jobs`).
"""

from collections.abc import Callable
from enum import StrEnum
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


class Queue:
    """Both lanes; `runner` is what a worker does with a job id."""

    def __init__(self, settings: Settings, runner: Callable[[str], None] | None = None) -> None:
        def run_job(job_id: str) -> None:
            if runner is None:
                raise RuntimeError(f"Job {job_id} reached a process that runs no jobs.")
            runner(job_id)

        self.lanes: dict[Lane, Huey] = {lane: _make_lane(lane, settings) for lane in Lane}
        self._tasks: dict[Lane, Any] = {
            lane: cast("Any", huey).task(name=TASK)(run_job) for lane, huey in self.lanes.items()
        }

    def put(self, lane: Lane, job_id: UUID) -> None:
        """Hand a job to the workers of its lane."""
        self._tasks[lane](str(job_id))

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

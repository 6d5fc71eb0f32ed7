"""Runs one job in a worker: claims it, keeps its lease, reports progress, writes how it ended."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import jobs
from colloquy.core.errors import ColloquyError
from colloquy.core.jobs import Hold, Job, JobPayload, JobState, LeaseLost
from colloquy.core.runtime import Runtime

T = TypeVar("T")
log = logging.getLogger(__name__)

HEARTBEATS_A_LEASE = 6
EVERY_SECOND = 0.8


class Cancelled(Exception):
    """Somebody asked for the job to stop."""


@dataclass(slots=True)
class JobContext:
    """What a job may use: the runtime, and a way to say how far it is."""

    runtime: Runtime
    hold: Hold
    _told_at: float = field(default=0.0)

    async def progress(self, fraction: float, note: str = "", *, force: bool = False) -> None:
        """Say how far the work is (0 to 1); raises `Cancelled` or `LeaseLost` when it is to stop.

        Written at most about once a second, so it may be called as often as is convenient.
        """
        clock = asyncio.get_running_loop().time()
        if not force and clock - self._told_at < EVERY_SECOND:
            return
        self._told_at = clock
        share = min(max(fraction, 0.0), 1.0)
        async with self.runtime.unit_of_work() as session:
            is_to_stop = await jobs.keep(
                session, self.hold, self.runtime.settings.job_lease, progress=share, note=note
            )
        if is_to_stop:
            raise Cancelled

    async def keep(self, session: AsyncSession) -> None:
        """Let this transaction hold only if the job is still this worker's; else `LeaseLost`."""
        await jobs.keep(session, self.hold, self.runtime.settings.job_lease)

    async def watch(self, work: Awaitable[T], tell: Callable[[], tuple[float, str]]) -> T:
        """Wait for work that cannot report by itself, saying every second what `tell` gives."""
        task = asyncio.ensure_future(work)
        while not task.done():
            await asyncio.wait({task}, timeout=1.0)
            if not task.done():
                await self.progress(*tell())
        return task.result()


Handler = Callable[[JobContext, Any], Awaitable[None]]


async def run_job(
    runtime: Runtime,
    handlers: Mapping[type[JobPayload], Handler],
    job_id: UUID,
    *,
    worker: str,
) -> Job | None:
    """Run a job if it is still waiting; every ending is written down by the worker that has it.

    Returns what was run, None when nothing was waiting.
    """
    lease = runtime.settings.job_lease
    async with runtime.unit_of_work() as session:
        job = await jobs.claim(session, job_id, worker=worker, lease=lease)
    if job is None:
        return None
    heartbeat = asyncio.create_task(_keep_lease(runtime, job.hold))
    try:
        state, error = await _handle(runtime, handlers, job)
        async with runtime.unit_of_work() as session:
            await jobs.finish(session, job.hold, state, error=error)
    except LeaseLost:
        log.warning("Job %s (%s) is no longer ours: nothing more is written", job.id, job.kind)
    finally:
        heartbeat.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await heartbeat
    return job


async def _handle(
    runtime: Runtime, handlers: Mapping[type[JobPayload], Handler], job: Job
) -> tuple[JobState, str]:
    by_kind = {payload.kind: (payload, handler) for payload, handler in handlers.items()}
    if job.kind not in by_kind:
        return JobState.FAILED, f"This version of Colloquy does not know the work “{job.kind}”."
    payload_type, handler = by_kind[job.kind]
    context = JobContext(runtime=runtime, hold=job.hold)
    try:
        await handler(context, payload_type.model_validate(job.payload))
    except Cancelled:
        return JobState.CANCELLED, ""
    except LeaseLost:
        raise
    except ColloquyError as error:
        return JobState.FAILED, error.message
    except Exception:  # a job must never take its worker down; the log has the rest
        log.exception("Job %s (%s) failed", job.id, job.kind)
        return JobState.FAILED, (
            "Something unexpected stopped this work. Nothing else is affected. Please start it "
            "again; if it stops again, tell your administrator, who finds the reason in the log."
        )
    return JobState.DONE, ""


async def _keep_lease(runtime: Runtime, hold: Hold) -> None:
    lease = runtime.settings.job_lease
    while True:
        await asyncio.sleep(lease.total_seconds() / HEARTBEATS_A_LEASE)
        try:
            async with runtime.unit_of_work() as session:
                await jobs.keep(session, hold, lease)
        except LeaseLost:
            return  # the work itself finds out at its next step
        except SQLAlchemyError:  # a database that is away for a moment must not end the heartbeat
            log.exception(
                "The lease of job %s could not be renewed; it is tried again", hold.job_id
            )

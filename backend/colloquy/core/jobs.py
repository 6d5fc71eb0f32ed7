"""Long work as rows: asked for in a transaction, handed to the queue after it, swept when lost."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import JSON, update
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import outbox
from colloquy.core.clock import now
from colloquy.core.database import Moment, Row
from colloquy.core.errors import Conflict, NotFound
from colloquy.core.queue import Lane

LEASE = timedelta(seconds=30)
HANDED_TOO_LONG_AGO = timedelta(seconds=60)


class JobState(StrEnum):
    """Where a job is; the last three are final."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class JobPayload(BaseModel):
    """What a job is asked to do; each kind is one subclass with its lane."""

    kind: ClassVar[str]
    lane: ClassVar[Lane] = Lane.QUICK


class Job(Row, table=True):
    """A piece of long work, its progress (0 to 1) and how it ended."""

    kind: str
    lane: str
    payload: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    state: str = Field(default=JobState.QUEUED, index=True)
    progress: float = 0.0
    note: str = ""
    error: str = ""
    attempts: int = 0
    asked_by: UUID | None = None
    cancel_requested: bool = False
    worker: str = ""
    due_at: datetime | None = Field(default=None, sa_type=Moment, description="not before")
    handed_at: datetime | None = Field(default=None, sa_type=Moment)
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    started_at: datetime | None = Field(default=None, sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)

    @property
    def is_over(self) -> bool:
        """True once nothing more will happen to it."""
        return self.state in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


class JobRead(BaseModel):
    """A job as its asker sees it."""

    id: UUID
    kind: str
    state: JobState
    progress: float
    note: str
    error: str
    attempts: int


def read_job(job: Job) -> JobRead:
    """The public face of a job."""
    return JobRead.model_validate(job, from_attributes=True)


async def ask(
    session: AsyncSession,
    payload: JobPayload,
    *,
    asked_by: UUID | None = None,
    due_at: datetime | None = None,
) -> Job:
    """Write a job in this transaction; it is handed to the workers once the transaction holds.

    A job that is due later waits as a row alone; the sweep hands it over when its time has come.
    """
    is_due = due_at is None or due_at <= now()
    job = Job(
        kind=payload.kind,
        lane=payload.lane,
        payload=payload.model_dump(mode="json"),
        asked_by=asked_by,
        due_at=due_at,
        handed_at=now() if is_due else None,
    )
    session.add(job)
    await session.flush()
    if is_due:
        outbox.hand_over(session, payload.lane, job.id)
    return job


async def find_job(session: AsyncSession, job_id: UUID) -> Job:
    """The job with this id, or `NotFound`."""
    job = await session.get(Job, job_id)
    if job is None:
        raise NotFound
    return job


async def request_cancel(session: AsyncSession, job: Job) -> None:
    """Stop a waiting job at once and a running one at its next step."""
    if job.is_over:
        raise Conflict(f"This work is already {job.state}, so there is nothing to cancel.")
    job.cancel_requested = True
    if job.state == JobState.QUEUED:
        job.state = JobState.CANCELLED
        job.ended_at = now()
    session.add(job)


async def claim(session: AsyncSession, job_id: UUID, *, worker: str) -> Job | None:
    """Take a waiting job for this worker; None when another has it or it is over."""
    taken = await session.exec(
        update(Job)
        .where(col(Job.id) == job_id, col(Job.state) == JobState.QUEUED)
        .values(
            state=JobState.RUNNING,
            worker=worker,
            attempts=Job.attempts + 1,
            started_at=now(),
            lease_until=now() + LEASE,
        )
    )
    return await session.get(Job, job_id) if taken.rowcount else None


async def renew_lease(session: AsyncSession, job_id: UUID) -> None:
    """Say that the worker is alive."""
    await session.exec(update(Job).where(col(Job.id) == job_id).values(lease_until=now() + LEASE))


async def finish(session: AsyncSession, job_id: UUID, state: JobState, *, error: str = "") -> None:
    """Write how a job ended; `error` is a sentence for the person who asked."""
    values: dict[str, Any] = {"state": state, "error": error, "ended_at": now()}
    if state == JobState.DONE:
        values["progress"] = 1.0
    await session.exec(update(Job).where(col(Job.id) == job_id).values(**values))


async def sweep(session: AsyncSession, *, attempts: int, dead_worker: str = "") -> list[Job]:
    """Hand over what is due, what a dead worker left and what the queue lost; returns these jobs.

    A running job is left behind when its lease has ended, or at once when it names `dead_worker`
    (an embedded worker that starts knows that its predecessor is gone). After `attempts` tries it
    has failed.
    """
    moment = now()
    found = await session.exec(
        select(Job).where(col(Job.state).in_((JobState.QUEUED, JobState.RUNNING)))
    )
    put_back: list[Job] = []
    for job in found.all():
        if job.state == JobState.RUNNING:
            is_orphan = (job.lease_until or moment) <= moment or (
                dead_worker != "" and job.worker == dead_worker
            )
            if not is_orphan:
                continue
            if job.attempts >= attempts:
                job.state, job.ended_at = JobState.FAILED, moment
                job.error = (
                    f"The worker stopped {job.attempts} times while doing this. Nothing else is "
                    "affected. Please start it again; if it stops again, tell your administrator."
                )
                session.add(job)
                continue
        elif not _is_to_be_handed(job, moment, is_first_sweep=dead_worker != ""):
            continue
        job.state, job.handed_at = JobState.QUEUED, moment
        session.add(job)
        outbox.hand_over(session, Lane(job.lane), job.id)
        put_back.append(job)
    return put_back


def _is_to_be_handed(job: Job, moment: datetime, *, is_first_sweep: bool) -> bool:
    """True for a waiting job that is due and that no queue holds any more, as far as one can know."""
    if job.due_at and job.due_at > moment:
        return False
    return is_first_sweep or not (job.handed_at and moment - job.handed_at < HANDED_TOO_LONG_AGO)

"""Long work as rows: asked for in a transaction, handed to the queue after it, swept when lost."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import JSON, ColumnElement, and_, or_, update
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import outbox
from colloquy.core.clock import now
from colloquy.core.database import Moment, Row
from colloquy.core.errors import Conflict, NotFound
from colloquy.core.queue import Lane

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

    @property
    def hold(self) -> "Hold":
        """Who has it now."""
        return Hold(self.id, self.worker, self.attempts)


@dataclass(frozen=True, slots=True)
class Hold:
    """Who has a running job: a worker, in one attempt; every write about the job must name it."""

    job_id: UUID
    worker: str
    attempt: int


class LeaseLost(Exception):
    """The job is no longer this worker's: another has it, or has ended it. Write nothing more."""


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
    # each UPDATE names the state it expects: a worker may claim or end the job at this moment
    waits = update(Job).where(col(Job.id) == job.id, col(Job.state) == JobState.QUEUED)
    runs = update(Job).where(col(Job.id) == job.id, col(Job.state) == JobState.RUNNING)
    stopped = await session.exec(
        waits.values(state=JobState.CANCELLED, cancel_requested=True, ended_at=now())
    )
    if not stopped.rowcount:
        asked = await session.exec(runs.values(cancel_requested=True))
        if not asked.rowcount:
            ended = await session.get_one(Job, job.id, populate_existing=True)
            raise Conflict(f"This work is already {ended.state}, so there is nothing to cancel.")


async def claim(
    session: AsyncSession, job_id: UUID, *, worker: str, lease: timedelta
) -> Job | None:
    """Take a waiting job for this worker; None when another has it or it is over."""
    taken = await session.exec(
        update(Job)
        .where(col(Job.id) == job_id, col(Job.state) == JobState.QUEUED)
        .values(
            state=JobState.RUNNING,
            worker=worker,
            attempts=Job.attempts + 1,
            started_at=now(),
            lease_until=now() + lease,
        )
    )
    return await session.get(Job, job_id) if taken.rowcount else None


async def keep(session: AsyncSession, hold: Hold, lease: timedelta, **values: Any) -> bool:
    """Renew the lease and write `values`; True when the job is to be cancelled.

    Nobody else can take the job before this transaction has ended. `LeaseLost` when it is not
    the holder's any more.
    """
    kept = await session.exec(
        update(Job)
        .where(_is_held(hold))
        .values(lease_until=now() + lease, **values)
        .returning(col(Job.cancel_requested))
    )
    is_to_stop = kept.scalar_one_or_none()
    if is_to_stop is None:
        raise LeaseLost
    return is_to_stop


async def finish(session: AsyncSession, hold: Hold, state: JobState, *, error: str = "") -> None:
    """Write how a job ended; `error` is a sentence for the person who asked.

    `LeaseLost`, and nothing written, when the job is not the holder's any more.
    """
    values: dict[str, Any] = {"state": state, "error": error, "ended_at": now()}
    if state == JobState.DONE:
        values["progress"] = 1.0
    ended = await session.exec(update(Job).where(_is_held(hold)).values(**values))
    if not ended.rowcount:
        raise LeaseLost


async def sweep(session: AsyncSession, *, attempts: int, dead_worker: str = "") -> list[Job]:
    """Hand over what is due, what a dead worker left and what the queue lost; returns these jobs.

    A running job is left behind when its lease has ended, or at once when it names `dead_worker`
    (an embedded worker that starts knows that its predecessor is gone). After `attempts` tries it
    has failed.
    """
    moment = now()
    found = await session.exec(
        select(Job)
        .where(or_(_is_left_behind(moment, dead_worker), _is_to_be_handed(moment, dead_worker)))
        # of two that sweep at once, each job is one's only; SQLite has one writer in any case
        .with_for_update(skip_locked=True)
    )
    put_back: list[Job] = []
    for job in found.all():
        session.add(job)
        if job.state == JobState.RUNNING and job.attempts >= attempts:
            job.state, job.ended_at = JobState.FAILED, moment
            job.error = (
                f"The worker stopped {job.attempts} times while doing this. Nothing else is "
                "affected. Please start it again; if it stops again, tell your administrator."
            )
            continue
        job.state, job.handed_at = JobState.QUEUED, moment
        outbox.hand_over(session, Lane(job.lane), job.id)
        put_back.append(job)
    return put_back


def _is_held(hold: Hold) -> ColumnElement[bool]:
    return and_(
        col(Job.id) == hold.job_id,
        col(Job.state) == JobState.RUNNING,
        col(Job.worker) == hold.worker,
        col(Job.attempts) == hold.attempt,
    )


def _is_left_behind(moment: datetime, dead_worker: str) -> ColumnElement[bool]:
    has_ended = or_(col(Job.lease_until).is_(None), col(Job.lease_until) <= moment)
    is_orphan = or_(has_ended, col(Job.worker) == dead_worker) if dead_worker else has_ended
    return and_(col(Job.state) == JobState.RUNNING, is_orphan)


def _is_to_be_handed(moment: datetime, dead_worker: str) -> ColumnElement[bool]:
    """True for a waiting job that is due and that no queue holds any more, as far as one can know."""
    is_waiting = and_(
        col(Job.state) == JobState.QUEUED, or_(col(Job.due_at).is_(None), col(Job.due_at) <= moment)
    )
    if dead_worker:  # the first sweep of the only worker
        return is_waiting
    was_handed_too_long_ago = or_(
        col(Job.handed_at).is_(None), col(Job.handed_at) <= moment - HANDED_TOO_LONG_AGO
    )
    return and_(is_waiting, was_handed_too_long_ago)

"""Jobs: had by one worker at a time, written about by that worker alone, swept once."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar
from uuid import UUID

import pytest

from colloquy import worker
from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.core.jobs import Job, JobPayload, JobState, LeaseLost
from colloquy.core.mail import Mail
from colloquy.core.queue import Lane
from colloquy.core.runtime import Runtime, make_runtime
from colloquy.core.work import Cancelled, Handler, JobContext, run_job
from tests.support.lab import Lab

# who gets a job is settled by what the database locks
pytestmark = pytest.mark.both_databases


class Dig(JobPayload):
    """Some work."""

    kind: ClassVar[str] = "dig"


def _digging(handler: Handler) -> Mapping[type[JobPayload], Handler]:
    return {Dig: handler}


async def _asked(lab: Lab) -> UUID:
    async with lab.writing() as session:
        return (await jobs.ask(session, Dig())).id


async def _read(lab: Lab, job_id: UUID) -> Job:
    async with lab.runtime.reading() as session:
        return await jobs.find_job(session, job_id)


async def _change(lab: Lab, job_id: UUID, **values: object) -> None:
    async with lab.writing() as session:
        job = await jobs.find_job(session, job_id)
        session.add(job.sqlmodel_update(values))


async def _lose(lab: Lab, job_id: UUID) -> Job:
    """Let the lease end, and another worker take the job over, as after a long standstill."""
    await _change(lab, job_id, lease_until=now() - timedelta(seconds=1))
    await worker.sweep(lab.runtime)
    async with lab.writing() as session:
        taken = await jobs.claim(session, job_id, worker="second", lease=timedelta(seconds=30))
    assert taken
    return taken


async def _run(lab: Lab, job_id: UUID, handler: Handler) -> None:
    await run_job(lab.runtime, _digging(handler), job_id, worker="first")


async def test_a_worker_that_lost_its_job_stops_at_the_next_progress(lab: Lab) -> None:
    job_id = await _asked(lab)
    reached: list[str] = []

    async def dig(context: JobContext, _task: Dig) -> None:
        await context.progress(0.2, "begun", force=True)
        await _lose(lab, job_id)
        reached.append("lost")
        await context.progress(0.9, "nearly there", force=True)
        reached.append("went on")

    await _run(lab, job_id, dig)
    job = await _read(lab, job_id)
    assert reached == ["lost"]
    assert (job.state, job.worker, job.attempts) == (JobState.RUNNING, "second", 2)
    assert (job.progress, job.note) == (0.2, "begun")


@pytest.mark.parametrize("ending", [None, Cancelled(), RuntimeError("the shovel broke")])
async def test_a_worker_that_lost_its_job_does_not_overwrite_how_the_other_ended_it(
    lab: Lab, ending: Exception | None
) -> None:
    job_id = await _asked(lab)

    async def dig(_context: JobContext, _task: Dig) -> None:
        taken = await _lose(lab, job_id)
        async with lab.writing() as session:
            await jobs.finish(session, taken.hold, JobState.FAILED, error="Too deep.")
        if ending:
            raise ending

    await _run(lab, job_id, dig)
    job = await _read(lab, job_id)
    assert (job.state, job.error) == (JobState.FAILED, "Too deep.")


async def test_what_a_worker_made_without_having_the_job_is_not_kept(lab: Lab) -> None:
    job_id = await _asked(lab)

    async def dig(context: JobContext, _task: Dig) -> None:
        await _lose(lab, job_id)
        async with lab.writing() as session:
            session.add(Mail(recipient="a@example.org", subject="Dug", body="By whom?"))
            await context.keep(session)

    await _run(lab, job_id, dig)
    assert await lab.mails() == []


async def test_the_same_worker_in_a_later_attempt_is_somebody_else(lab: Lab) -> None:
    job_id = await _asked(lab)
    lease = timedelta(seconds=30)
    async with lab.writing() as session:
        first = await jobs.claim(session, job_id, worker=worker.EMBEDDED, lease=lease)
    await worker.sweep(lab.runtime, dead_worker=worker.EMBEDDED)
    async with lab.writing() as session:
        again = await jobs.claim(session, job_id, worker=worker.EMBEDDED, lease=lease)
    assert first
    assert again
    async with lab.writing() as session:
        with pytest.raises(LeaseLost):
            await jobs.keep(session, first.hold, lease)
        assert await jobs.keep(session, again.hold, lease) is False


async def test_a_worker_that_is_silent_but_alive_keeps_its_job(lab: Lab) -> None:
    lab.runtime.settings.job_lease_seconds = 1
    job_id = await _asked(lab)

    async def dig(_context: JobContext, _task: Dig) -> None:
        await asyncio.sleep(1.5)
        await worker.sweep(lab.runtime)

    await _run(lab, job_id, dig)
    job = await _read(lab, job_id)
    assert (job.state, job.attempts, job.progress) == (JobState.DONE, 1, 1.0)


async def _sweep_at_once(lab: Lab, job_id: UUID) -> Job:
    """Two processes sweep: the second begins when the first has looked but not yet committed.

    Answers the job as the first left it.
    """
    other = make_runtime(lab.runtime.settings)
    try:
        async with lab.writing() as session:
            await jobs.sweep(session, attempts=3)
            await session.flush()
            first = (await jobs.find_job(session, job_id)).model_copy()
            second = asyncio.create_task(worker.sweep(other))
            # on PostgreSQL it does not wait for the first; on SQLite it waits for the write lock
            await asyncio.wait({second}, timeout=0.5)
        await second
    finally:
        await other.close()
    return first


async def test_two_workers_that_sweep_at_once_hand_a_job_over_once(lab: Lab) -> None:
    waiting, orphan = await _asked(lab), await _asked(lab)
    _drain(lab.runtime)
    ended = now() - timedelta(seconds=1)
    await _change(lab, waiting, handed_at=now() - timedelta(minutes=2))
    await _change(lab, orphan, state=JobState.RUNNING, worker="dead", lease_until=ended)
    await _sweep_at_once(lab, waiting)
    assert sorted(_drain(lab.runtime)) == sorted([waiting, orphan])


async def test_two_workers_that_sweep_at_once_give_a_job_up_once(lab: Lab) -> None:
    job_id = await _asked(lab)
    _drain(lab.runtime)
    ended = now() - timedelta(seconds=1)
    await _change(lab, job_id, state=JobState.RUNNING, worker="dead", attempts=3, lease_until=ended)
    given_up = await _sweep_at_once(lab, job_id)
    job = await _read(lab, job_id)
    assert "stopped 3 times" in job.error
    assert (job.state, job.ended_at) == (JobState.FAILED, given_up.ended_at)
    assert _drain(lab.runtime) == []


async def test_a_job_that_is_not_due_or_was_handed_over_just_now_is_left_alone(lab: Lab) -> None:
    await _asked(lab)
    async with lab.writing() as session:
        await jobs.ask(session, Dig(), due_at=now() + timedelta(hours=1))
    _drain(lab.runtime)
    await worker.sweep(lab.runtime)
    assert _drain(lab.runtime) == []


async def test_a_job_claimed_while_it_is_cancelled_stops_at_its_next_step(lab: Lab) -> None:
    job_id = await _asked(lab)
    seen_waiting = await _read(lab, job_id)

    async def dig(context: JobContext, _task: Dig) -> None:
        async with lab.writing() as session:
            await jobs.request_cancel(session, seen_waiting)
        assert (await _read(lab, job_id)).state == JobState.RUNNING
        await context.progress(0.5, force=True)

    await _run(lab, job_id, dig)
    assert (await _read(lab, job_id)).state == JobState.CANCELLED


async def test_what_is_over_cannot_be_cancelled(lab: Lab) -> None:
    job_id = await _asked(lab)
    seen_waiting = await _read(lab, job_id)

    async def dig(_context: JobContext, _task: Dig) -> None:
        pass

    await _run(lab, job_id, dig)
    async with lab.writing() as session:
        with pytest.raises(Conflict, match="already done"):
            await jobs.request_cancel(session, seen_waiting)


def _drain(runtime: Runtime) -> list[UUID]:
    """Take everything out of both lanes; answers the ids."""
    found: list[UUID] = []
    for lane in Lane:
        while (task := runtime.queue.lanes[lane].dequeue()) is not None:
            found.append(UUID(task.args[0]))
    return found

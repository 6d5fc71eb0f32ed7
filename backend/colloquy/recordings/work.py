"""Work on a recording that somebody waits for, found by what it is about."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.errors import NotFound
from colloquy.core.jobs import Job, JobPayload


async def find_work(
    session: AsyncSession, job_id: UUID, kind: type[JobPayload], **about: UUID
) -> Job:
    """The job of this kind about this thing, or `NotFound`."""
    job = await session.get(Job, job_id)
    is_it = job is not None and job.kind == kind.kind
    if (
        job is None
        or not is_it
        or any(job.payload.get(key) != str(id_) for key, id_ in about.items())
    ):
        raise NotFound("There is no such work here.")
    return job

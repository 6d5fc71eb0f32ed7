"""Files on their way in, put together for reading."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.jobs import Job
from colloquy.core.settings import Settings
from colloquy.recordings.uploading import policy, queries
from colloquy.recordings.uploading.models import Arrangement, Intake, Upload
from colloquy.recordings.uploading.partial import free_bytes
from colloquy.recordings.uploading.schemas import (
    MOST_FILES,
    IntakeLimits,
    IntakeRead,
    UploadRead,
)
from colloquy.recordings.uploading.service import kept_until, partial_of

State = Literal["coming", "looking", "refused", "taken_in"]


async def read_limits(session: AsyncSession, actor: Actor, settings: Settings) -> IntakeLimits:
    """What may come in now."""
    left = policy.left_of_quota(await queries.taken_bytes(session, actor.study_id), settings)
    free = await to_thread.run_sync(free_bytes, settings.uploads_folder)
    return IntakeLimits(
        largest_bytes=settings.max_upload_bytes,
        left_bytes=min(left, free),
        most_files=MOST_FILES,
        kept_hours=settings.upload_hours,
    )


async def list_intakes(session: AsyncSession, actor: Actor, settings: Settings) -> list[IntakeRead]:
    """What this member sends that has not become a recording yet, newest first."""
    found = await queries.intakes(session, actor.study_id, actor.member_id)
    files: defaultdict[UUID, list[Upload]] = defaultdict(list)
    for upload in await queries.uploads(session, [intake.id for intake, _ in found]):
        files[upload.intake_id].append(upload)
    return [_intake(intake, job, files[intake.id], settings) for intake, job in found]


async def read_intake(session: AsyncSession, intake: Intake, settings: Settings) -> IntakeRead:
    """An intake as it stands now."""
    job = await session.get(Job, intake.job_id) if intake.job_id else None
    return _intake(intake, job, await queries.uploads(session, [intake.id]), settings)


def _intake(
    intake: Intake, job: Job | None, uploads: Sequence[Upload], settings: Settings
) -> IntakeRead:
    return IntakeRead(
        id=intake.id,
        state=_state(intake, job),
        arrangement=Arrangement(intake.arrangement),
        title=intake.title,
        progress=job.progress if job else 0.0,
        problem=intake.problem or (job.error if job else ""),
        made=[UUID(made) for made in intake.made],
        kept_until=kept_until(intake, settings),
        uploads=[
            UploadRead(
                id=upload.id,
                position=upload.position,
                file_name=upload.file_name,
                modified_ms=upload.modified_ms,
                size=upload.size,
                offset=partial_of(upload, settings).offset,
                label=upload.label,
                problem=upload.problem,
            )
            for upload in uploads
        ],
    )


def _state(intake: Intake, job: Job | None) -> State:
    if intake.made:
        return "taken_in"
    if intake.problem or (job and job.is_over):
        return "refused"
    return "looking" if job else "coming"

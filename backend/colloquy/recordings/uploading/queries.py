"""Every SELECT about files on their way in."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.jobs import Job
from colloquy.recordings.models import Recording, Track
from colloquy.recordings.uploading.models import Intake, Upload


async def intakes(
    session: AsyncSession, study_id: UUID, member_id: UUID
) -> Sequence[tuple[Intake, Job | None]]:
    """What a member sends that has not become a recording yet, newest first."""
    found = await session.exec(
        select(Intake, Job)
        .outerjoin(Job, col(Job.id) == col(Intake.job_id))
        .where(Intake.study_id == study_id, Intake.member_id == member_id)
        .order_by(col(Intake.id).desc())
    )
    return [(intake, job) for intake, job in found.all() if not intake.made]


async def intake(
    session: AsyncSession, study_id: UUID, intake_id: UUID
) -> tuple[Intake, Job | None] | None:
    """An intake of this study with its job."""
    found = await session.exec(
        select(Intake, Job)
        .outerjoin(Job, col(Job.id) == col(Intake.job_id))
        .where(Intake.study_id == study_id, Intake.id == intake_id)
    )
    return found.first()


async def uploads(session: AsyncSession, intake_ids: Collection[UUID]) -> Sequence[Upload]:
    """The files of some intakes, in order."""
    found = await session.exec(
        select(Upload)
        .where(col(Upload.intake_id).in_(intake_ids))
        .order_by(col(Upload.intake_id), col(Upload.position))
    )
    return found.all()


async def upload(
    session: AsyncSession, study_id: UUID, upload_id: UUID
) -> tuple[Upload, Intake] | None:
    """A file on its way into this study, with its intake."""
    found = await session.exec(
        select(Upload, Intake)
        .join(Intake, col(Intake.id) == col(Upload.intake_id))
        .where(Intake.study_id == study_id, Upload.id == upload_id)
    )
    return found.first()


async def upload_ids(session: AsyncSession) -> set[UUID]:
    """Every file on its way into any study."""
    return set((await session.exec(select(Upload.id))).all())


async def upload_at(session: AsyncSession, intake_id: UUID, position: int) -> Upload | None:
    """The so-many-th file of an intake."""
    found = await session.exec(
        select(Upload).where(Upload.intake_id == intake_id, Upload.position == position)
    )
    return found.first()


async def taken_bytes(session: AsyncSession, study_id: UUID) -> int:
    """What a study's recordings take up on disk, and what is promised to those on their way."""
    recordings = select(func.coalesce(func.sum(col(Recording.size)), 0)).where(
        Recording.study_id == study_id
    )
    tracks = (
        select(func.coalesce(func.sum(col(Track.size)), 0))
        .join(Recording, col(Recording.id) == col(Track.recording_id))
        .where(Recording.study_id == study_id)
    )
    coming = (
        select(func.coalesce(func.sum(col(Upload.size)), 0))
        .join(Intake, col(Intake.id) == col(Upload.intake_id))
        .where(Intake.study_id == study_id)
    )
    return sum([int((await session.exec(each)).one()) for each in (recordings, tracks, coming)])

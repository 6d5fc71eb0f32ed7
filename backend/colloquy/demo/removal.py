"""Takes a study away with everything in it, and nothing of any other."""

import contextlib
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.jobs import Job
from colloquy.core.mail import Mail
from colloquy.core.runtime import Runtime
from colloquy.core.settings import Settings
from colloquy.people.models import Account, MagicLink
from colloquy.recordings.hushed import hushed_copies
from colloquy.recordings.models import Recording, Track, Transcript
from colloquy.rehearsing.service import end_rehearsals_of
from colloquy.studies.models import Member
from colloquy.studies.removing import remove_rows


async def remove_study(runtime: Runtime, study_id: UUID) -> None:
    """Delete a study's rows in one transaction, then its files; accounts stay."""
    async with runtime.unit_of_work() as session:
        files = await _files(session, runtime.settings, study_id)
        await _remove_mails(session, study_id)
        job_ids = await _transcription_jobs(session, study_id)
        await end_rehearsals_of(session, study_id)
        await remove_rows(session, study_id)
        await session.exec(delete(Job).where(col(Job.id).in_(job_ids)))
    for path in files:
        path.unlink(missing_ok=True)
    for folder in {path.parent for path in files} - {
        runtime.settings.transcripts_folder,
        runtime.settings.recordings_folder,
    }:
        # a study's own folder, unless somebody keeps something else in it
        with contextlib.suppress(OSError):
            folder.rmdir()


async def _remove_mails(session: AsyncSession, study_id: UUID) -> None:
    """Mails and links of people who are in this study alone."""
    others = select_rows(Member.account_id).where(Member.study_id != study_id)
    found = await session.exec(
        select_rows(Account)
        .join(Member, col(Member.account_id) == col(Account.id))
        .where(Member.study_id == study_id, col(Account.id).not_in(others))
    )
    people = found.all()
    await session.exec(
        delete(Mail).where(col(Mail.recipient).in_([account.email for account in people]))
    )
    await session.exec(delete(MagicLink).where(col(MagicLink.landing).contains(str(study_id))))


async def _transcription_jobs(session: AsyncSession, study_id: UUID) -> Sequence[UUID]:
    found = await session.exec(
        select_rows(Transcript.job_id).where(Transcript.study_id == study_id)
    )
    return [job_id for job_id in found.all() if job_id]


async def _files(session: AsyncSession, settings: Settings, study_id: UUID) -> list[Path]:
    found = await session.exec(
        select_rows(Recording.id, Recording.path).where(Recording.study_id == study_id)
    )
    recordings = found.all()
    tracks = await session.exec(
        select_rows(Track.path)
        .join(Recording, col(Recording.id) == col(Track.recording_id))
        .where(Recording.study_id == study_id, Track.path != "")
    )
    transcripts = await session.exec(select_rows(Transcript).where(Transcript.study_id == study_id))
    return [
        *(settings.recordings_folder / path for _, path in recordings),
        *(settings.recordings_folder / path for path in tracks.all()),
        *(copy for id_, _ in recordings for copy in hushed_copies(settings, id_)),
        *(
            settings.transcripts_folder / path
            for row in transcripts.all()
            for path in (row.vtt_path, row.json_path)
            if path
        ),
    ]

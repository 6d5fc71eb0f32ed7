"""Every SELECT about recordings and transcripts."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.jobs import Job, JobState
from colloquy.meetings.models import Meeting
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.transcribing.pace import Timed
from colloquy.studies.models import Member
from colloquy.texts.models import Segment


async def recordings(
    session: AsyncSession, study_id: UUID
) -> Sequence[tuple[Recording, Meeting | None]]:
    """A study's recordings with their meetings, newest first."""
    found = await session.exec(
        select(Recording, Meeting)
        .outerjoin(Meeting, col(Meeting.id) == col(Recording.meeting_id))
        .where(Recording.study_id == study_id)
        .order_by(col(Recording.id).desc())
    )
    return found.all()


async def recording(
    session: AsyncSession, study_id: UUID, recording_id: UUID
) -> tuple[Recording, Meeting | None] | None:
    """A recording of this study with its meeting."""
    found = await session.exec(
        select(Recording, Meeting)
        .outerjoin(Meeting, col(Meeting.id) == col(Recording.meeting_id))
        .where(Recording.study_id == study_id, Recording.id == recording_id)
    )
    return found.first()


async def same_sound(session: AsyncSession, study_id: UUID, sha256: str) -> Recording | None:
    """A recording of this study with the same bytes."""
    found = await session.exec(
        select(Recording).where(Recording.study_id == study_id, Recording.sha256 == sha256)
    )
    return found.first()


async def transcripts(
    session: AsyncSession, recording_ids: Collection[UUID]
) -> Sequence[tuple[Transcript, Job | None, Member | None]]:
    """Transcripts of some recordings with their jobs and whoever checked them, newest first."""
    found = await session.exec(
        select(Transcript, Job, Member)
        .outerjoin(Job, col(Job.id) == col(Transcript.job_id))
        .outerjoin(Member, col(Member.id) == col(Transcript.checked_by))
        .where(col(Transcript.recording_id).in_(recording_ids))
        .order_by(col(Transcript.id).desc())
    )
    return found.all()


async def in_line(session: AsyncSession) -> Sequence[tuple[Job, Transcript, Recording]]:
    """Every study's transcriptions that wait or run, in the order in which they were asked for."""
    found = await session.exec(
        select(Job, Transcript, Recording)
        .join(Transcript, col(Transcript.job_id) == col(Job.id))
        .join(Recording, col(Recording.id) == col(Transcript.recording_id))
        .where(col(Job.state).in_((JobState.QUEUED, JobState.RUNNING)))
        .order_by(col(Job.id))
    )
    return found.all()


async def timed(session: AsyncSession, limit: int) -> Sequence[Timed]:
    """How long the newest transcriptions of this installation took."""
    found = await session.exec(
        select(
            Transcript.engine,
            Transcript.model,
            Transcript.heard_seconds,
            Transcript.worked_seconds,
        )
        .where(col(Transcript.worked_seconds) > 0)
        .order_by(col(Transcript.id).desc())
        .limit(limit)
    )
    return [Timed(*row) for row in found.all()]


async def transcript(
    session: AsyncSession, study_id: UUID, transcript_id: UUID
) -> tuple[Transcript, Recording, Job | None] | None:
    """A transcript of this study with its recording and job."""
    found = await session.exec(
        select(Transcript, Recording, Job)
        .join(Recording, col(Recording.id) == col(Transcript.recording_id))
        .outerjoin(Job, col(Job.id) == col(Transcript.job_id))
        .where(Recording.study_id == study_id, Transcript.id == transcript_id)
    )
    return found.first()


async def transcript_of_segment(session: AsyncSession, segment_id: UUID) -> Transcript | None:
    """The transcript that a passage belongs to, if it belongs to one."""
    found = await session.exec(
        select(Transcript)
        .join(Segment, col(Segment.document_id) == col(Transcript.document_id))
        .where(Segment.id == segment_id)
    )
    return found.first()


async def members(session: AsyncSession, ids: Collection[UUID]) -> Sequence[Member]:
    """Members by id."""
    found = await session.exec(select(Member).where(col(Member.id).in_(ids)))
    return found.all()

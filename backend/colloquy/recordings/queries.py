"""Every SELECT about recordings and transcripts."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.jobs import Job, JobState
from colloquy.meetings.models import Meeting
from colloquy.recordings.messages import WriteTranscriptFiles
from colloquy.recordings.models import Recording, Track, Transcript
from colloquy.recordings.transcribing.pace import Timed
from colloquy.studies.models import Member
from colloquy.texts.models import Document, Segment


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
    """A recording of this study with the same bytes, as a whole or as one of its tracks."""
    found = await session.exec(
        select(Recording)
        .outerjoin(Track, col(Track.recording_id) == col(Recording.id))
        .where(
            Recording.study_id == study_id,
            or_(col(Recording.sha256) == sha256, col(Track.sha256) == sha256),
        )
    )
    return found.first()


async def tracks(session: AsyncSession, recording_id: UUID) -> Sequence[Track]:
    """The voices of a recording that are there by themselves, in order."""
    found = await session.exec(
        select(Track).where(Track.recording_id == recording_id).order_by(col(Track.position))
    )
    return found.all()


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


async def transcripts_alone(
    session: AsyncSession, study_id: UUID
) -> Sequence[tuple[Transcript, Document, Meeting | None]]:
    """A study's transcripts that have no recording, with their texts and meetings, newest first."""
    found = await session.exec(
        select(Transcript, Document, Meeting)
        .join(Document, col(Document.id) == col(Transcript.document_id))
        .outerjoin(Meeting, col(Meeting.id) == col(Transcript.meeting_id))
        .where(
            Transcript.study_id == study_id,
            col(Transcript.recording_id).is_(None),
            col(Document.withdrawn_at).is_(None),
        )
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


async def members_named(
    session: AsyncSession, study_id: UUID, names: Collection[str]
) -> Sequence[Member]:
    """Members of a study by the names they bear."""
    found = await session.exec(
        select(Member).where(Member.study_id == study_id, col(Member.display_name).in_(names))
    )
    return found.all()


async def transcript(
    session: AsyncSession, study_id: UUID, transcript_id: UUID
) -> tuple[Transcript, Recording | None, Job | None] | None:
    """A transcript of this study with its recording, if it has one, and job."""
    found = await session.exec(
        select(Transcript, Recording, Job)
        .outerjoin(Recording, col(Recording.id) == col(Transcript.recording_id))
        .outerjoin(Job, col(Job.id) == col(Transcript.job_id))
        .where(Transcript.study_id == study_id, Transcript.id == transcript_id)
    )
    return found.first()


async def transcripts_of_document(session: AsyncSession, document_id: UUID) -> Sequence[Transcript]:
    """The transcript whose words a document holds, if there is one."""
    found = await session.exec(select(Transcript).where(Transcript.document_id == document_id))
    return found.all()


async def transcripts_of_study(session: AsyncSession, study_id: UUID) -> Sequence[Transcript]:
    """The transcripts of a study that have been made."""
    found = await session.exec(
        select(Transcript).where(
            Transcript.study_id == study_id, col(Transcript.document_id).is_not(None)
        )
    )
    return found.all()


async def files_are_waited_for(session: AsyncSession, transcript_id: UUID) -> bool:
    """True when a job that has not begun will write a transcript's files.

    It cannot begin before this transaction has ended, so it will write what is changed here.
    """
    found = await session.exec(
        select(Job.id)
        .where(
            Job.kind == WriteTranscriptFiles.kind,
            Job.state == JobState.QUEUED,
            col(Job.payload)["transcript_id"].as_string() == str(transcript_id),
        )
        .limit(1)
        .with_for_update()
    )
    return found.first() is not None


async def last_changes(
    session: AsyncSession, document_ids: Collection[UUID]
) -> dict[UUID, datetime]:
    """When a person last changed words or voices of some documents."""
    found = await session.exec(
        select(Segment.document_id, func.max(Segment.edited_at), func.max(Segment.attributed_at))
        .where(col(Segment.document_id).in_(document_ids))
        .group_by(col(Segment.document_id))
    )
    rows = [(key, [one for one in moments if one]) for key, *moments in found.all()]
    return {key: max(moments) for key, moments in rows if moments}


async def members(session: AsyncSession, ids: Collection[UUID]) -> Sequence[Member]:
    """Members by id."""
    found = await session.exec(select(Member).where(col(Member.id).in_(ids)))
    return found.all()

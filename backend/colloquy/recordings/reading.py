"""Recordings and transcripts, put together for reading."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.jobs import Job, read_job
from colloquy.meetings.models import Meeting
from colloquy.recordings import policy, queries
from colloquy.recordings.consent.service import read_consent
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.schemas import (
    PlaceInLine,
    RecordingDetail,
    RecordingRead,
    TrackRead,
    TranscriptAlone,
    TranscriptRead,
)
from colloquy.recordings.transcribing.reading import read_line
from colloquy.studies.models import Member


async def list_recordings(session: AsyncSession, study_id: UUID) -> list[RecordingRead]:
    """A study's recordings, newest first."""
    rows = await queries.recordings(session, study_id)
    transcripts = await _transcripts(session, [recording.id for recording, _ in rows])
    return [
        _recording(row, meeting, transcripts[row.id] if row.opened_at else [])
        for row, meeting in rows
    ]


async def read_recording(
    session: AsyncSession, recording: Recording, meeting: Meeting | None
) -> RecordingDetail:
    """A recording with its waveform, its transcripts, its voices and what was said of consent."""
    is_open = recording.opened_at is not None
    transcripts = (await _transcripts(session, [recording.id]))[recording.id] if is_open else []
    listed = _recording(recording, meeting, transcripts)
    return RecordingDetail(
        **listed.model_dump(),
        peaks=recording.peaks if is_open else [],
        sides_differ=recording.sides_differ,
        tracks=[
            TrackRead.model_validate(track, from_attributes=True)
            for track in await queries.tracks(session, recording.id)
        ],
        consent=await read_consent(session, recording),
    )


async def list_alone(session: AsyncSession, study_id: UUID) -> list[TranscriptAlone]:
    """A study's transcripts that have no recording, newest first."""
    return [
        TranscriptAlone(
            **_transcript(transcript, None, None, {}).model_dump(),
            title=document.title,
            meeting_title=meeting.title if meeting else None,
        )
        for transcript, document, meeting in await queries.transcripts_alone(session, study_id)
    ]


async def _transcripts(
    session: AsyncSession, recording_ids: Sequence[UUID]
) -> defaultdict[UUID, list[TranscriptRead]]:
    by_recording: defaultdict[UUID, list[TranscriptRead]] = defaultdict(list)
    found = await queries.transcripts(session, recording_ids)
    is_any_at_work = any(policy.is_being_made(transcript, job) for transcript, job, _ in found)
    line = await read_line(session) if is_any_at_work else {}
    checked = [row.document_id for row, _, _ in found if row.checked_at and row.document_id]
    changed = await queries.last_changes(session, checked) if checked else {}
    for transcript, job, checker in found:
        if transcript.recording_id:
            read = _transcript(transcript, job, checker, line)
            changed_at = changed.get(transcript.document_id or transcript.id)
            read.is_edited_after_check = policy.is_edited_after_check(transcript, changed_at)
            by_recording[transcript.recording_id].append(read)
    return by_recording


def _transcript(
    transcript: Transcript,
    job: Job | None,
    checker: Member | None,
    line: Mapping[UUID, PlaceInLine],
) -> TranscriptRead:
    return TranscriptRead(
        id=transcript.id,
        document_id=transcript.document_id,
        file_name=transcript.file_name,
        engine=transcript.engine,
        engine_version=transcript.engine_version,
        model=transcript.model,
        language=transcript.language,
        vtt_path=transcript.vtt_path,
        json_path=transcript.json_path,
        created_at=transcript.created_at,
        checked_by=checker.display_name if checker else None,
        checked_at=transcript.checked_at,
        is_edited_after_check=False,
        job=read_job(job) if job else None,
        is_paused=transcript.paused_at is not None,
        place=line.get(transcript.id),
    )


def _recording(
    recording: Recording, meeting: Meeting | None, transcripts: list[TranscriptRead]
) -> RecordingRead:
    return RecordingRead(
        id=recording.id,
        title=recording.title,
        file_name=recording.file_name,
        media_type=recording.media_type,
        codec=recording.codec,
        size=recording.size,
        duration=recording.duration,
        meeting_id=recording.meeting_id,
        meeting_title=meeting.title if meeting else None,
        starts_at=recording.starts_at,
        created_at=recording.created_at,
        is_open=recording.opened_at is not None,
        transcripts=transcripts,
    )

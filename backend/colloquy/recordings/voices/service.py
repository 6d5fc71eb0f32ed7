"""The verb: say who speaks in a transcript, by one source or another."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import jobs
from colloquy.core.errors import Conflict
from colloquy.core.jobs import Job
from colloquy.core.settings import Settings
from colloquy.recordings.messages import NameVoices
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.service import log_of
from colloquy.recordings.transcript import Segment
from colloquy.recordings.voices import queries, sources
from colloquy.recordings.voices.schemas import NamedTranscript, Source, VoicesAsked, VoiceSources
from colloquy.recordings.voices.spoken import Spoken
from colloquy.texts.attribution import passages


async def read_sources(
    session: AsyncSession, transcript: Transcript, recording: Recording, settings: Settings
) -> VoiceSources:
    """From what it may be known who speaks in a transcript."""
    found = await queries.other_transcripts(session, transcript)
    there = {
        Source.LOG: recording.meeting_id is not None and recording.starts_at is not None,
        Source.TRACKS: bool(await queries.tracks(session, recording.id)),
        Source.NAMES: bool(found),
        Source.DIARIZER: sources.diarizer(settings) is not None,
    }
    return VoiceSources(
        sources=[source for source, is_there in there.items() if is_there],
        transcripts=[
            NamedTranscript(id=row.id, title=document.title, engine=row.engine)
            for row, document in found
        ],
    )


async def ask_for_voices(
    session: AsyncSession, actor: Actor, transcript: Transcript, given: VoicesAsked
) -> Job:
    """Have it said who speaks; what a person has attributed by hand is left alone."""
    if transcript.document_id is None:
        raise Conflict("There is no text yet: it is still being transcribed.")
    record(session, actor, "recording:transcript:voiced", transcript.id, source=given.source)
    return await jobs.ask(
        session,
        NameVoices(transcript_id=transcript.id, source=given.source, named_id=given.transcript_id),
        asked_by=actor.account_id,
    )


async def voices_by(
    session: AsyncSession,
    transcript: Transcript,
    recording: Recording,
    task: NameVoices,
    settings: Settings,
) -> Spoken:
    """What a source says of who spoke, with what the meeting's log knows of the subject."""
    log = await log_of(session, recording)
    if task.source == Source.LOG:
        return log
    if task.source == Source.DIARIZER:
        return (await sources.from_diarizer(recording, settings)).about(log)
    if task.source == Source.NAMES and task.named_id and transcript.document_id:
        rows = await passages(session, transcript.document_id)
        heard = [Segment(row.start or 0.0, row.end or 0.0, row.text) for row in rows]
        return (await sources.from_names(session, transcript, task.named_id, heard)).about(log)
    by_tracks = await sources.from_tracks(session, recording, settings)
    if by_tracks is None:
        raise Conflict("This recording has no track for each voice. Nothing was changed.")
    return by_tracks.about(log)

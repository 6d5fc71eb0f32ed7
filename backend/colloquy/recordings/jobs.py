"""Background work: transcribing, and writing a transcript's files afresh."""

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.errors import NotFound
from colloquy.core.files import telling_when_full
from colloquy.core.settings import Settings
from colloquy.core.work import Cancelled, JobContext
from colloquy.recordings import service
from colloquy.recordings.engines.result import transcript_of
from colloquy.recordings.formats.files import file_stem, study_folder, write_files
from colloquy.recordings.messages import TranscribeRecording, WriteTranscriptFiles
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.transcribing.heard import heard_of
from colloquy.recordings.transcribing.listening import HEARD_IS_SAFE, listen, options_of, prepare
from colloquy.recordings.voices.sources import from_tracks
from colloquy.studies.models import Study


async def transcribe_recording(context: JobContext, task: TranscribeRecording) -> None:
    """Listen to a recording from where the last try stopped, and make its document."""
    settings = context.runtime.settings
    async with context.runtime.reading() as session:
        transcript, recording = await _load(session, task.transcript_id)
    if transcript.document_id:
        return
    heard = heard_of(settings, transcript)
    segments = heard.read()
    with telling_when_full(HEARD_IS_SAFE):
        heard.tidy(segments)
    start = segments[-1].end if segments else 0.0
    options = options_of(transcript, recording, start)
    try:
        await context.progress(0.0, "Getting the speech model ready", force=True)
        engine = await prepare(context, transcript, settings)
        audio = settings.recordings_folder / recording.path
        hearing = await to_thread.run_sync(engine.transcribe, audio, options)
        took = await listen(context, hearing, heard, segments, start)
        await context.progress(1.0, "Putting names and mechanisms to it", force=True)
    except Cancelled:
        if not await _is_paused(context, task):
            await _discard(context, task)
            heard.forget()
        raise
    words = transcript_of(segments, hearing, engine, transcript.model, options)
    async with context.runtime.reading() as session:
        by_tracks = await from_tracks(session, recording, settings)
    with telling_when_full(HEARD_IS_SAFE):
        async with context.runtime.unit_of_work() as session:
            await context.keep(session)
            transcript, recording = await _load(session, task.transcript_id)
            transcript.heard_seconds, transcript.worked_seconds = hearing.duration - start, took
            await service.fill(session, transcript, recording, words, by_tracks)
            await _write(session, transcript, recording, settings)
    heard.forget()


async def write_transcript_files(context: JobContext, task: WriteTranscriptFiles) -> None:
    """Write a transcript's files as the transcript stands now."""
    with telling_when_full("The transcript is safe; only its files are not as new as it."):
        async with context.runtime.unit_of_work() as session:
            transcript, recording = await _load(session, task.transcript_id)
            await _write(session, transcript, recording, context.runtime.settings)


async def _write(
    session: AsyncSession, transcript: Transcript, recording: Recording, settings: Settings
) -> None:
    words = await service.words_of(session, transcript, recording)
    folder = settings.transcripts_folder
    stem = transcript.vtt_path.removesuffix(".vtt")
    if not stem:
        study = await session.get_one(Study, transcript.study_id)
        name = file_stem(recording.title, transcript.created_at, transcript.id)
        stem = f"{study_folder(folder, study.title, study.id)}/{name}"
    transcript.vtt_path, transcript.json_path = await to_thread.run_sync(
        write_files, folder, stem, words
    )
    session.add(transcript)


async def _is_paused(context: JobContext, task: TranscribeRecording) -> bool:
    async with context.runtime.reading() as session:
        transcript, _ = await _load(session, task.transcript_id)
        return transcript.paused_at is not None


async def _discard(context: JobContext, task: TranscribeRecording) -> None:
    async with context.runtime.unit_of_work() as session:
        await context.keep(session)
        transcript, _ = await _load(session, task.transcript_id)
        await session.delete(transcript)


async def _load(session: AsyncSession, transcript_id: object) -> tuple[Transcript, Recording]:
    transcript = await session.get(Transcript, transcript_id)
    if transcript is None:
        raise NotFound("This transcript was removed before it was made.")
    if transcript.recording_id is None:
        return transcript, await service.stand_in(session, transcript)
    recording = await session.get(Recording, transcript.recording_id)
    if recording is None:
        raise NotFound("This transcript was removed before it was made.")
    return transcript, recording

"""Background work: transcribing, and writing a transcript's files afresh."""

from pathlib import Path

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.errors import NotFound
from colloquy.core.settings import Settings
from colloquy.core.work import Cancelled, JobContext
from colloquy.recordings import service
from colloquy.recordings.engines.loaded import loaded
from colloquy.recordings.engines.models import resolve
from colloquy.recordings.engines.protocol import Hearing, Options, Transcriber
from colloquy.recordings.engines.result import transcript_of
from colloquy.recordings.formats.files import file_stem, write_files
from colloquy.recordings.messages import TranscribeRecording, WriteTranscriptFiles
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.transcribing.heard import Heard
from colloquy.recordings.transcribing.options import model_place
from colloquy.recordings.transcript import Segment

# how the bar is shared: the model may have to be fetched first
FETCHED = 0.1


async def transcribe_recording(context: JobContext, task: TranscribeRecording) -> None:
    """Listen to a recording from where the last try stopped, and make its document."""
    settings = context.runtime.settings
    async with context.runtime.reading() as session:
        transcript, recording = await _load(session, task.transcript_id)
    if transcript.document_id:
        return
    heard = Heard(settings.recordings_folder / f"{transcript.id.hex}.heard")
    segments = heard.read()
    heard.tidy(segments)
    try:
        await context.progress(0.0, "Getting the speech model ready", force=True)
        engine = await _prepare(context, transcript, settings)
        options = Options(
            language=transcript.language or None, start=segments[-1].end if segments else 0.0
        )
        audio = settings.recordings_folder / recording.path
        hearing = await to_thread.run_sync(engine.transcribe, audio, options)
        await _listen(context, hearing, heard, segments)
        await context.progress(1.0, "Putting names and mechanisms to it", force=True)
    except Cancelled:
        await _discard(context, task)
        heard.forget()
        raise
    words = transcript_of(segments, hearing, engine, transcript.model, options)
    async with context.runtime.unit_of_work() as session:
        await context.keep(session)
        transcript, recording = await _load(session, task.transcript_id)
        await service.fill(session, transcript, recording, words)
        await _write(session, transcript, recording, settings)
    heard.forget()


async def write_transcript_files(context: JobContext, task: WriteTranscriptFiles) -> None:
    """Write a transcript's files as the transcript stands now."""
    async with context.runtime.unit_of_work() as session:
        transcript, recording = await _load(session, task.transcript_id)
        await _write(session, transcript, recording, context.runtime.settings)


async def _prepare(context: JobContext, transcript: Transcript, settings: Settings) -> Transcriber:
    told: list[tuple[int, int]] = [(0, 1)]

    def fetch() -> Path:
        return resolve(
            model_place(transcript.model),
            transcript.engine,
            settings.models_cache,
            lambda done, total: told.append((done, total)),
        )

    path = await context.watch(
        to_thread.run_sync(fetch),
        lambda: (
            FETCHED * told[-1][0] / max(1, told[-1][1]),
            f"Fetching the speech model “{transcript.model}”",
        ),
    )
    return await to_thread.run_sync(loaded, transcript.engine, path)


async def _listen(
    context: JobContext, hearing: Hearing, heard: Heard, segments: list[Segment]
) -> None:
    stream = iter(hearing)
    done = object()
    while True:
        segment = await to_thread.run_sync(next, stream, done)
        if not isinstance(segment, Segment):
            return
        share = segment.end / max(hearing.duration, 0.001)
        # before the segment is kept: a worker that has lost the job must not write into the file
        await context.progress(
            FETCHED + (1 - FETCHED) * share,
            f"{_clock(segment.end)} of {_clock(hearing.duration)} heard",
        )
        heard.add(segment)
        segments.append(segment)


async def _write(
    session: AsyncSession, transcript: Transcript, recording: Recording, settings: Settings
) -> None:
    words = await service.words_of(session, transcript, recording)
    stem = Path(transcript.vtt_path).stem if transcript.vtt_path else None
    stem = stem or file_stem(recording.title, transcript.created_at, transcript.id)
    transcript.vtt_path, transcript.json_path = await to_thread.run_sync(
        write_files, settings.transcripts_folder, stem, words
    )
    session.add(transcript)


async def _discard(context: JobContext, task: TranscribeRecording) -> None:
    async with context.runtime.unit_of_work() as session:
        await context.keep(session)
        transcript, _ = await _load(session, task.transcript_id)
        await session.delete(transcript)


async def _load(session: AsyncSession, transcript_id: object) -> tuple[Transcript, Recording]:
    transcript = await session.get(Transcript, transcript_id)
    recording_id = transcript.recording_id if transcript else None
    recording = await session.get(Recording, recording_id) if recording_id else None
    if transcript is None or recording is None:
        raise NotFound("This transcript was removed before it was made.")
    return transcript, recording


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"

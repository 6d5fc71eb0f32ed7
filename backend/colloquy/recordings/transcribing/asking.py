"""The verbs of a transcription: ask for it, let it wait, go on with it, give it up."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.core.jobs import Job
from colloquy.core.settings import Settings
from colloquy.recordings import policy, queries
from colloquy.recordings.consent.service import expect_open
from colloquy.recordings.engines.languages import AUTO, MIXED
from colloquy.recordings.messages import TranscribeRecording
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.schemas import TranscriptionAsk
from colloquy.recordings.transcribing.heard import heard_of


async def ask_for_transcript(
    session: AsyncSession,
    actor: Actor,
    recording: Recording,
    given: TranscriptionAsk,
    settings: Settings,
) -> Transcript:
    """Put a recording in the queue; one that is being transcribed already is a `Conflict`.

    A transcript that was broken off with the same engine and model goes on where it stopped.
    """
    expect_open(recording)
    engine, model = given.engine or settings.engine, given.model or settings.model
    await session.refresh(recording, with_for_update=True)  # two clicks make one job
    unfinished: Transcript | None = None
    for transcript, job, _ in await queries.transcripts(session, [recording.id]):
        if policy.is_being_made(transcript, job):
            raise Conflict("This recording is being transcribed already.")
        if not policy.is_made(transcript) and (transcript.engine, transcript.model) == (
            engine,
            model,
        ):
            unfinished = transcript
    transcript = unfinished or Transcript(
        study_id=recording.study_id,
        recording_id=recording.id,
        engine=engine,
        model=model,
        language="",
    )
    asked = given.language or settings.language
    transcript.language = "" if asked in (AUTO, MIXED) else asked
    transcript.settings = {"hotwords": given.hotwords or None, "several_languages": asked == MIXED}
    await _put_in_line(session, actor, transcript)
    record(session, actor, "recording:transcript:asked", transcript.id, engine=engine, model=model)
    return transcript


async def ask_for_many(
    session: AsyncSession,
    actor: Actor,
    recordings: Sequence[Recording],
    given: TranscriptionAsk,
    settings: Settings,
) -> list[Transcript]:
    """Put several recordings in the queue; those that are being transcribed are left as they are."""
    asked: list[Transcript] = []
    for recording in recordings:
        found = await queries.transcripts(session, [recording.id])
        if not any(policy.is_being_made(transcript, job) for transcript, job, _ in found):
            asked.append(await ask_for_transcript(session, actor, recording, given, settings))
    return asked


async def pause_transcription(session: AsyncSession, actor: Actor, recording: Recording) -> None:
    """Let a transcription wait; what was heard is kept, and another recording takes its turn."""
    transcript, job = await _at_work(session, recording, "pause")
    transcript.paused_at = now()
    session.add(transcript)
    await jobs.request_cancel(session, job)
    record(session, actor, "recording:transcript:paused", transcript.id)


async def resume_transcription(session: AsyncSession, actor: Actor, recording: Recording) -> None:
    """Put a transcription that was paused at the end of the queue; it goes on where it stopped."""
    await session.refresh(recording, with_for_update=True)
    for transcript, job, _ in await queries.transcripts(session, [recording.id]):
        if transcript.paused_at is None or policy.is_made(transcript):
            continue
        if policy.is_being_made(transcript, job):
            raise Conflict("It is still coming to a stop. Try again in a moment.")
        transcript.paused_at = None
        await _put_in_line(session, actor, transcript)
        record(session, actor, "recording:transcript:resumed", transcript.id)
        return
    raise Conflict("No transcription of this recording was paused, so there is none to go on with.")


async def cancel_transcription(
    session: AsyncSession, actor: Actor, recording: Recording, settings: Settings
) -> None:
    """Give up the transcription that waits, runs or was paused; older transcripts stay."""
    for transcript, job, _ in await queries.transcripts(session, [recording.id]):
        if policy.is_made(transcript):
            continue
        is_running = job is not None and policy.is_running(job)
        if job and policy.is_being_made(transcript, job):
            await jobs.request_cancel(session, job)
        elif transcript.paused_at is None:
            continue
        record(session, actor, "recording:transcript:cancelled", transcript.id)
        transcript.paused_at = None
        session.add(transcript)
        if not is_running:  # else its worker removes it when it has stopped
            await session.delete(transcript)
            heard_of(settings, transcript).forget()
        return
    raise Conflict("Nothing is being transcribed here, so there is nothing to cancel.")


async def _put_in_line(session: AsyncSession, actor: Actor, transcript: Transcript) -> None:
    session.add(transcript)
    await session.flush()
    job = await jobs.ask(
        session, TranscribeRecording(transcript_id=transcript.id), asked_by=actor.account_id
    )
    transcript.job_id = job.id
    session.add(transcript)


async def _at_work(
    session: AsyncSession, recording: Recording, verb: str
) -> tuple[Transcript, Job]:
    for transcript, job, _ in await queries.transcripts(session, [recording.id]):
        if job and policy.is_being_made(transcript, job):
            return transcript, job
    raise Conflict(f"Nothing is being transcribed here, so there is nothing to {verb}.")

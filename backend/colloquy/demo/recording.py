"""The recording of the past meeting, and its transcript, really made by the transcription job."""

import asyncio
from datetime import datetime
from uuid import UUID

from colloquy.core.errors import Unavailable
from colloquy.core.jobs import Job, JobState, find_job
from colloquy.core.runtime import Runtime
from colloquy.core.work import run_job
from colloquy.demo.content import SOUND
from colloquy.demo.story import Story
from colloquy.meetings.models import Meeting
from colloquy.recordings.engines.bundled import DEMO_MODEL
from colloquy.recordings.models import Basis, Transcript
from colloquy.recordings.schemas import TakeIn, TranscriptionAsk
from colloquy.recordings.service import mark_checked
from colloquy.recordings.taking_in import Sound, keep
from colloquy.recordings.transcribing.asking import ask_for_transcript
from colloquy.texts.masking.schemas import IdentifyingIn
from colloquy.texts.masking.service import mark
from colloquy.texts.models import Document
from colloquy.worker import HANDLERS

LONGEST_WAIT_SECONDS = 600


async def take_in(story: Story, sound: Sound, meeting: Meeting, starts_at: datetime) -> UUID:
    """Put the sound beside its meeting and ask for the transcript; answers the transcript's id."""
    with story.on(-13):
        given = TakeIn(
            file_name=SOUND.name,
            title=f"Recording: {meeting.title}",
            meeting_id=meeting.id,
            starts_at=starts_at,
            agreed=Basis.FORM,
        )
        by = story.actors["researcher"]
        recording = await keep(story.session, by, given, sound, story.settings)
        asked = TranscriptionAsk(engine="faster-whisper", model=DEMO_MODEL, language="en")
        transcript = await ask_for_transcript(story.session, by, recording, asked, story.settings)
    return transcript.id


async def transcribe(runtime: Runtime, transcript_id: UUID) -> None:
    """Run the job here; if the worker of a running server has it already, wait for that."""
    async with runtime.reading() as session:
        transcript = await session.get_one(Transcript, transcript_id)
    assert transcript.job_id  # noqa: S101 - `take_in` has asked for it
    await run_job(runtime, HANDLERS, transcript.job_id, worker="demo")
    async with asyncio.timeout(LONGEST_WAIT_SECONDS):
        job = await _ended(runtime, transcript.job_id)
    if job.state != JobState.DONE:
        raise Unavailable(
            f"The demo's recording could not be transcribed: {job.error or job.state}"
        )


async def check(story: Story, transcript_id: UUID, day: int) -> UUID:
    """Let a researcher vouch for the transcript; answers its document's id."""
    transcript = await story.session.get_one(Transcript, transcript_id)
    assert transcript.document_id  # noqa: S101 - the job is done
    document = await story.session.get_one(Document, transcript.document_id)
    # the job ran just now; in the story it ran on the day after the meeting
    document.created_at = story.moment(-13)
    story.session.add(document)
    with story.on(day):
        # the only words in this talk that would tell where somebody works
        where = IdentifyingIn(words="my hospital", pseudonym="[a hospital]")
        await mark(story.session, story.actors["second"], where)
        await mark_checked(story.session, story.actors["second"], transcript)
    return document.id


async def _ended(runtime: Runtime, job_id: UUID) -> Job:
    while True:
        async with runtime.reading() as session:
            job = await find_job(session, job_id)
        if job.is_over:
            return job
        await asyncio.sleep(0.5)

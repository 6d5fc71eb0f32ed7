"""Background work: saying who spoke."""

from colloquy.core.errors import NotFound
from colloquy.core.work import JobContext
from colloquy.recordings.messages import NameVoices
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.service import attribute_anew
from colloquy.recordings.voices.service import voices_by


async def name_voices(context: JobContext, task: NameVoices) -> None:
    """The job: find out who spoke by the source asked for, and say so in the transcript."""
    async with context.runtime.reading() as session:
        transcript = await session.get(Transcript, task.transcript_id)
        recording_id = transcript.recording_id if transcript else None
        recording = await session.get(Recording, recording_id) if recording_id else None
        if transcript is None or recording is None:
            raise NotFound("This transcript has been removed.")
        # long where tracks are listened to, so not in the transaction that writes
        spoken = await voices_by(session, transcript, recording, task, context.runtime.settings)
    async with context.runtime.unit_of_work() as session:
        await context.keep(session)
        await attribute_anew(session, await session.get_one(Transcript, task.transcript_id), spoken)

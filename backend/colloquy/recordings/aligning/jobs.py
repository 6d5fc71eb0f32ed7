"""Background work: putting a recording in time by the sound of another."""

from colloquy.core.errors import NotFound
from colloquy.core.work import JobContext
from colloquy.recordings.aligning.service import found_shift, put_in_time
from colloquy.recordings.messages import AlignBySound
from colloquy.recordings.models import Recording
from colloquy.recordings.service import align


async def align_by_sound(context: JobContext, task: AlignBySound) -> None:
    """The job: listen to both, and let the one begin where it lies in the other."""
    async with context.runtime.reading() as session:
        sought = await session.get(Recording, task.recording_id)
        known = await session.get(Recording, task.other_id)
    if sought is None or known is None:
        raise NotFound("One of the two recordings has been removed.")
    await context.progress(0.1, "Listening to both recordings", force=True)
    found = await found_shift(context.runtime.settings, known, sought)
    async with context.runtime.unit_of_work() as session:
        await context.keep(session)
        sought = await session.get_one(Recording, task.recording_id)
        put_in_time(known, sought, found)
        session.add(sought)
        await session.flush()
        await align(session, sought)

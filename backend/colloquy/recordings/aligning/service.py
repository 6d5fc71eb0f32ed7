"""The verb: find where a recording lies by another recording of the same moment."""

from datetime import timedelta

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import jobs
from colloquy.core.errors import Conflict, Invalid
from colloquy.core.jobs import Job
from colloquy.core.settings import Settings
from colloquy.recordings.aligning.correlation import RATE, Shift, envelope, shift
from colloquy.recordings.messages import AlignBySound
from colloquy.recordings.models import Recording
from colloquy.recordings.sound import samples


async def ask_to_align(
    session: AsyncSession, actor: Actor, recording: Recording, other: Recording
) -> Job:
    """Have a recording put in time by another whose start is known."""
    if recording.id == other.id:
        raise Invalid("Choose another recording of the same moment: this is the same one.")
    if other.starts_at is None:
        raise Conflict(
            f"It is not known when “{other.title}” began, so nothing can be put in time by it. "
            "Say when it began first."
        )
    record(session, actor, "recording:recording:aligned", recording.id, by=str(other.id))
    return await jobs.ask(
        session,
        AlignBySound(recording_id=recording.id, other_id=other.id),
        asked_by=actor.account_id,
    )


async def found_shift(settings: Settings, known: Recording, sought: Recording) -> Shift:
    """How many seconds after the one the other began; a `Conflict` where that is not clear."""

    def listen() -> Shift:
        folder = settings.recordings_folder
        return shift(
            envelope(samples(folder / known.path, rate=RATE)),
            envelope(samples(folder / sought.path, rate=RATE)),
        )

    found = await to_thread.run_sync(listen)
    if not found.is_clear:
        raise Conflict(
            f"“{sought.title}” and “{known.title}” do not seem to hold the same moment: no place was "
            "found where both rise and fall alike. Nothing was changed. Align it by its start, or by "
            "a click on a moment that you know."
        )
    return found


def put_in_time(known: Recording, sought: Recording, found: Shift) -> None:
    """Let the recording begin where it was found."""
    if known.starts_at is not None:
        sought.starts_at = known.starts_at + timedelta(seconds=found.seconds)

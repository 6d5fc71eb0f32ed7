"""Taking audio in: what it is by its content, its waveform, and where it belongs."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import anyio
from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict
from colloquy.core.files import StoredFile, store
from colloquy.core.ids import new_id
from colloquy.core.settings import Settings
from colloquy.meetings.service import find_meeting
from colloquy.recordings import queries
from colloquy.recordings.models import Recording
from colloquy.recordings.schemas import TakeIn
from colloquy.recordings.sound import SoundInfo, inspect, peaks

WAVEFORM_POINTS = 2000
MEDIA_TYPES = {
    "mp4": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "flac": "audio/flac",
    "ogg": "audio/ogg",
    "webm": "audio/webm",
}


@dataclass(frozen=True, slots=True)
class Sound:
    """A file that has been stored and found to be a recording."""

    file: StoredFile
    info: SoundInfo
    waveform: list[float]


async def take_in_stream(chunks: AsyncIterator[bytes], given: TakeIn, settings: Settings) -> Sound:
    """Store a stream and look at it; a file that is not a recording is not kept.

    Long, so it happens outside any transaction.
    """
    # what goes wrong is told with the name that the person knows, as far as a file can bear it
    name = re.sub(r"[^\w.-]", "_", given.file_name, flags=re.ASCII)[-80:]
    path = settings.recordings_folder / f"{new_id().hex}-{name}"
    file = await store(chunks, path, limit=settings.max_upload_bytes)
    try:
        info, waveform = await to_thread.run_sync(_look, path, given.accept_cut_off)
    except BaseException:
        await discard(file)
        raise
    return Sound(file, info, waveform)


async def discard(file: StoredFile) -> None:
    """Remove a stored file that nobody keeps."""
    await to_thread.run_sync(lambda: file.path.unlink(missing_ok=True))


async def take_in_file(path: Path, given: TakeIn, settings: Settings) -> Sound:
    """Take in a file that lies on this machine; it is copied, not moved."""

    async def chunks() -> AsyncIterator[bytes]:
        async with await anyio.open_file(path, "rb") as file:
            while chunk := await file.read(1 << 20):
                yield chunk

    return await take_in_stream(chunks(), given, settings)


async def keep(
    session: AsyncSession, actor: Actor, given: TakeIn, sound: Sound, settings: Settings
) -> Recording:
    """Write the recording down; the same bytes twice in a study is a `Conflict`."""
    if given.meeting_id:
        await find_meeting(session, actor.study_id, given.meeting_id)
    twin = await queries.same_sound(session, actor.study_id, sound.file.sha256)
    if twin:
        raise Conflict(f"This file is here already, as “{twin.title}”. It was not stored twice.")
    recording = Recording(
        study_id=actor.study_id,
        meeting_id=given.meeting_id,
        title=given.title or Path(given.file_name).stem,
        file_name=given.file_name,
        path=str(sound.file.path.relative_to(settings.recordings_folder)),
        sha256=sound.file.sha256,
        size=sound.file.size,
        media_type=MEDIA_TYPES.get(sound.info.container, "application/octet-stream"),
        codec=sound.info.codec,
        duration=sound.info.duration,
        starts_at=given.starts_at,
        peaks=sound.waveform,
        uploaded_by=actor.member_id,
    )
    session.add(recording)
    await session.flush()
    record(
        session,
        actor,
        "recording:recording:taken-in",
        recording.id,
        title=recording.title,
        sha256=recording.sha256,
        is_cut_off=sound.info.is_cut_off,
    )
    return recording


def _look(path: Path, accept_cut_off: bool) -> tuple[SoundInfo, list[float]]:
    info = inspect(path, accepts_cut_off=accept_cut_off)
    return info, peaks(path, WAVEFORM_POINTS)

"""Taking audio in: what it is by its content, its waveform, and where it belongs."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import anyio
from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict
from colloquy.core.files import StoredFile, disk_name, store
from colloquy.core.ids import new_id
from colloquy.core.settings import Settings
from colloquy.meetings.service import find_meeting
from colloquy.recordings import queries
from colloquy.recordings.consent.service import settle_unless_objected
from colloquy.recordings.models import Recording
from colloquy.recordings.schemas import TakeIn
from colloquy.recordings.sides import sides_differ
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
class Look:
    """What a file was found to be."""

    info: SoundInfo
    waveform: list[float]
    sides_differ: bool


@dataclass(frozen=True, slots=True)
class Sound:
    """A file that has been stored and found to be a recording."""

    file: StoredFile
    look: Look


def look_at(path: Path, *, accepts_cut_off: bool) -> Look:
    """Find out what a file is, in little memory however long it is, or an `AudioUnreadable`."""
    info = inspect(path, accepts_cut_off=accepts_cut_off)
    return Look(info, peaks(path, WAVEFORM_POINTS), info.channels == 2 and sides_differ(path))


async def take_in_stream(chunks: AsyncIterator[bytes], given: TakeIn, settings: Settings) -> Sound:
    """Store a stream and look at it; a file that is not a recording is not kept.

    Long, so it happens outside any transaction.
    """
    path = new_place(settings, given.file_name)
    file = await store(chunks, path, limit=settings.max_upload_bytes)
    try:
        look = await to_thread.run_sync(
            lambda: look_at(file.path, accepts_cut_off=given.accept_cut_off)
        )
    except BaseException:
        await discard(file)
        raise
    return Sound(file, look)


def new_place(settings: Settings, file_name: str) -> Path:
    """Where a recording may be put; what goes wrong is told with the name that the person knows."""
    return settings.recordings_folder / f"{new_id().hex}-{disk_name(file_name)}"


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
    await expect_new(session, actor, sound.file.sha256)
    info = sound.look.info
    recording = Recording(
        study_id=actor.study_id,
        meeting_id=given.meeting_id,
        title=given.title or Path(given.file_name).stem,
        file_name=given.file_name,
        path=str(sound.file.path.relative_to(settings.recordings_folder)),
        sha256=sound.file.sha256,
        size=sound.file.size,
        media_type=MEDIA_TYPES.get(info.container, "application/octet-stream"),
        codec=info.codec,
        duration=info.duration,
        starts_at=given.starts_at,
        peaks=sound.look.waveform,
        sides_differ=sound.look.sides_differ,
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
        is_cut_off=info.is_cut_off,
    )
    if given.agreed:
        await settle_unless_objected(session, actor, recording, given.agreed)
    return recording


async def expect_new(session: AsyncSession, actor: Actor, sha256: str) -> None:
    """Refuse bytes that this study has already."""
    twin = await queries.same_sound(session, actor.study_id, sha256)
    if twin:
        raise Conflict(f"This file is here already, as “{twin.title}”. It was not stored twice.")

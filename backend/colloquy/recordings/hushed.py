"""The sound for those who may not hear identifying words: a copy without them, made when asked for.

A copy is kept until other words are identifying or their times change, so that a player may ask
for its ranges as it does for the sound itself.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.ids import new_id
from colloquy.core.settings import Settings
from colloquy.recordings import queries, service
from colloquy.recordings.models import Recording
from colloquy.recordings.silencing import MEDIA_TYPE, Stretch, joined, silenced

FOLDER = "hushed"


async def sound_for(
    session: AsyncSession, actor: Actor, recording: Recording, settings: Settings
) -> tuple[Path, str]:
    """The file that a person hears, and its kind: the sound itself, or a copy without some words."""
    sound = settings.recordings_folder / recording.path
    if actor.may(Permission.TEXT_READ_IDENTIFYING):
        return sound, recording.media_type
    quiet: list[Stretch] = []
    for transcript, _, _ in await queries.transcripts(session, [recording.id]):
        if transcript.document_id:
            quiet += await service.identifying_stretches(session, transcript)
    if not quiet:
        return sound, recording.media_type
    folder = settings.recordings_folder / FOLDER
    return await to_thread.run_sync(copy_without, sound, quiet, folder, recording.id), MEDIA_TYPE


def copy_without(sound: Path, quiet: Sequence[Stretch], folder: Path, recording_id: UUID) -> Path:
    """A copy that is silent in some stretches; the one before it is removed."""
    written = hashlib.sha256(json.dumps(joined(quiet)).encode()).hexdigest()[:16]
    copy = folder / f"{recording_id.hex}-{written}.ogg"
    if copy.exists():
        return copy
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{new_id().hex}.part"  # two may ask at once
    try:
        with part.open("wb") as file:
            for piece in silenced(sound, quiet):
                file.write(piece)
        part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
    for older in _copies(folder, recording_id):
        if older != copy:
            older.unlink(missing_ok=True)
    return copy


def hushed_copies(settings: Settings, recording_id: UUID) -> list[Path]:
    """The copies there are of a recording, which go when it goes."""
    return _copies(settings.recordings_folder / FOLDER, recording_id)


def _copies(folder: Path, recording_id: UUID) -> list[Path]:
    return list(folder.glob(f"{recording_id.hex}-*.ogg"))

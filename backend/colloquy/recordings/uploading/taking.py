"""Files that are here whole become recordings: all of them, or none and a sentence each."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.errors import NotFound
from colloquy.core.files import StoredFile
from colloquy.core.settings import Settings
from colloquy.core.work import JobContext
from colloquy.recordings.consent.service import settle_unless_objected
from colloquy.recordings.errors import AudioUnreadable
from colloquy.recordings.mixing import mix
from colloquy.recordings.models import Basis, Recording, Track
from colloquy.recordings.schemas import TakeIn
from colloquy.recordings.taking_in import Look, Sound, discard, expect_new, keep, look_at, new_place
from colloquy.recordings.uploading import queries
from colloquy.recordings.uploading.models import Intake, Upload
from colloquy.recordings.uploading.service import partial_of
from colloquy.studies.dependencies import make_actor
from colloquy.studies.models import Member

ONE_OF_MANY = "{title} ({number} of {count})"


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that is here, and what it was found to be."""

    upload: Upload
    path: Path
    sha256: str
    look: Look


async def load(session: AsyncSession, intake_id: UUID) -> tuple[Intake, Sequence[Upload], Actor]:
    """An intake with its files, and whoever sent them."""
    intake = await session.get(Intake, intake_id)
    member = await session.get(Member, intake.member_id) if intake else None
    if intake is None or member is None:
        raise NotFound("These files were removed before they were taken in.")
    return intake, await queries.uploads(session, [intake.id]), make_actor(member)


async def look_at_all(
    context: JobContext, uploads: Sequence[Upload], *, accepts_cut_off: bool
) -> list[Looked] | None:
    """What each file is; None, with a sentence at each that is bad, where one is."""
    looked: list[Looked] = []
    problems: dict[UUID, str] = {}
    for number, upload in enumerate(uploads):
        path = partial_of(upload, context.runtime.settings).path
        share, note = number / len(uploads), f"Looking at “{upload.file_name}”"
        try:
            look, sha256 = await context.watch(
                to_thread.run_sync(_look, path, accepts_cut_off),
                lambda share=share, note=note: (share, note),
            )
            looked.append(Looked(upload, path, sha256, look))
        except AudioUnreadable as error:
            problems[upload.id] = error.message
    if not problems:
        return looked
    async with context.runtime.unit_of_work() as session:
        await context.keep(session)
        for upload_id, problem in problems.items():
            kept = await session.get_one(Upload, upload_id)
            kept.problem = problem
            session.add(kept)
    return None


def _look(path: Path, accepts_cut_off: bool) -> tuple[Look, str]:
    look = look_at(path, accepts_cut_off=accepts_cut_off)
    with path.open("rb") as file:
        return look, hashlib.file_digest(file, "sha256").hexdigest()


async def keep_in_order(
    context: JobContext, intake: Intake, looked: Sequence[Looked], actor: Actor
) -> None:
    """One recording a file, each beginning when the one before it ended."""
    settings = context.runtime.settings
    stored: list[StoredFile] = []
    try:
        async with context.runtime.unit_of_work() as session:
            await context.keep(session)
            starts_at, made = intake.starts_at, list[UUID]()
            for number, each in enumerate(looked, 1):
                title = intake.title or Path(each.upload.file_name).stem
                if intake.title and len(looked) > 1:
                    title = ONE_OF_MANY.format(title=title, number=number, count=len(looked))
                given = _given(intake, each.upload.file_name, title)
                given.starts_at = starts_at
                await expect_new(session, actor, each.sha256)
                file = await to_thread.run_sync(_place, each, settings)
                stored.append(file)
                recording = await keep(session, actor, given, Sound(file, each.look), settings)
                made.append(recording.id)
                if starts_at:
                    starts_at += timedelta(seconds=each.look.info.duration)
            await _finish(session, intake.id, made)
    except BaseException:
        await _discard(stored)
        raise


async def keep_tracks(
    context: JobContext, intake: Intake, looked: Sequence[Looked], actor: Actor
) -> None:
    """One recording, whose sound is a mix of all files, with a track a file."""
    settings = context.runtime.settings
    async with context.runtime.reading() as session:
        for each in looked:
            await expect_new(session, actor, each.sha256)
    title = intake.title or Path(looked[0].upload.file_name).stem
    # the recording begins with the first of them
    earliest = min(each.upload.starts_after for each in looked)
    begins = {each.upload.id: each.upload.starts_after - earliest for each in looked}
    target = new_place(settings, f"{title}.ogg")
    settings.recordings_folder.mkdir(parents=True, exist_ok=True)
    await context.watch(
        to_thread.run_sync(mix, [(each.path, begins[each.upload.id]) for each in looked], target),
        lambda: (0.9, "Putting the tracks together, so that they can be heard at once"),
    )
    stored: list[StoredFile] = []
    try:
        look, sha256 = await to_thread.run_sync(_look, target, True)
        sound = Sound(StoredFile(target, target.stat().st_size, sha256), look)
        async with context.runtime.unit_of_work() as session:
            await context.keep(session)
            given = _given(intake, f"{len(looked)} tracks", title)
            agreed, given.agreed = given.agreed, None
            recording = await keep(session, actor, given, sound, settings)
            for each in looked:
                file = await to_thread.run_sync(_place, each, settings)
                stored.append(file)
                session.add(_track(recording, each, file, begins[each.upload.id], settings))
            await session.flush()
            if agreed:
                await settle_unless_objected(session, actor, recording, agreed)
            await _finish(session, intake.id, [recording.id])
    except BaseException:
        target.unlink(missing_ok=True)
        await _discard(stored)
        raise


def _given(intake: Intake, file_name: str, title: str) -> TakeIn:
    return TakeIn(
        file_name=file_name,
        title=title[:300],
        meeting_id=intake.meeting_id,
        starts_at=intake.starts_at,
        accept_cut_off=intake.accept_cut_off,
        agreed=Basis(intake.agreed) if intake.agreed else None,
    )


def _track(
    recording: Recording, each: Looked, file: StoredFile, begins: float, settings: Settings
) -> Track:
    return Track(
        recording_id=recording.id,
        position=each.upload.position,
        label=each.upload.label,
        member_id=each.upload.member_id,
        path=str(file.path.relative_to(settings.recordings_folder)),
        starts_after=begins,
        duration=each.look.info.duration,
        file_name=each.upload.file_name,
        sha256=file.sha256,
        size=file.size,
    )


def _place(each: Looked, settings: Settings) -> StoredFile:
    """Put a file among the recordings under a name that a second try finds again.

    Its bytes have two names until all is written down, so that a crash loses neither.
    """
    target = settings.recordings_folder / f"{each.upload.id.hex}-{each.path.name}"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        target.hardlink_to(each.path)
    except OSError:  # a disk without hard links; if it is full, so is it for the copy
        shutil.copyfile(each.path, target)
    return StoredFile(target, each.upload.size, each.sha256)


async def _discard(stored: Sequence[StoredFile]) -> None:
    for file in stored:
        await discard(file)


async def _finish(session: AsyncSession, intake_id: UUID, made: Sequence[UUID]) -> None:
    """Say what became of an intake; its files count as recordings from now on."""
    intake = await session.get_one(Intake, intake_id)
    intake.made, intake.problem = [str(each) for each in made], ""
    session.add(intake)
    for upload in await queries.uploads(session, [intake_id]):
        await session.delete(upload)

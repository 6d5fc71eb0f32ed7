"""The verbs of a file on its way: said beforehand, sent in parts, gone on with, called off."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Invalid, NotFound, TooLarge
from colloquy.core.jobs import Job
from colloquy.core.runtime import Runtime
from colloquy.core.settings import Settings
from colloquy.meetings.service import find_meeting
from colloquy.recordings import queries as recordings
from colloquy.recordings.uploading import policy, queries
from colloquy.recordings.uploading.messages import ForgetIntake, TakeFilesIn
from colloquy.recordings.uploading.models import Arrangement, Intake, Upload
from colloquy.recordings.uploading.partial import Partial, free_bytes
from colloquy.recordings.uploading.protocol import Checksum
from colloquy.recordings.uploading.schemas import IntakeCreate

PART = 1024 * 1024
LARGEST_CHECKED = 16 * PART
"""A part with a checksum is held in memory until it is found to be whole."""


async def announce_files(
    session: AsyncSession, actor: Actor, given: IntakeCreate, settings: Settings
) -> Intake:
    """Say which files are to come; refused as a whole where there is no room for all of them."""
    if given.meeting_id:
        await find_meeting(session, actor.study_id, given.meeting_id)
    left = policy.left_of_quota(await queries.taken_bytes(session, actor.study_id), settings)
    free = await to_thread.run_sync(free_bytes, settings.uploads_folder)
    policy.expect_room(given.files, left, free, settings)
    await _expect_members(session, actor, given)
    intake = Intake(
        study_id=actor.study_id,
        member_id=actor.member_id,
        arrangement=given.arrangement,
        title=given.title,
        meeting_id=given.meeting_id,
        starts_at=given.starts_at,
        agreed=given.agreed,
        accept_cut_off=given.accept_cut_off,
        heard_at=now(),
    )
    session.add(intake)
    await session.flush()
    session.add_all(
        Upload(
            intake_id=intake.id,
            position=position,
            file_name=file.file_name,
            modified_ms=file.modified_ms,
            size=file.size,
            label=file.label if given.arrangement == Arrangement.TRACKS else "",
            member_id=file.member_id if given.arrangement == Arrangement.TRACKS else None,
            starts_after=file.starts_after if given.arrangement == Arrangement.TRACKS else 0.0,
        )
        for position, file in enumerate(given.files)
    )
    await session.flush()
    await jobs.ask(session, ForgetIntake(intake_id=intake.id), due_at=kept_until(intake, settings))
    record(session, actor, "recording:intake:announced", intake.id, files=len(given.files))
    return intake


def kept_until(intake: Intake, settings: Settings) -> datetime:
    """When its files are removed if nobody goes on sending them."""
    return intake.heard_at + timedelta(hours=settings.upload_hours)


async def find_intake(session: AsyncSession, actor: Actor, intake_id: UUID) -> Intake:
    """An intake of this very member, or `NotFound`."""
    found = await queries.intake(session, actor.study_id, intake_id)
    if found is None or found[0].member_id != actor.member_id:
        raise NotFound("There is no such upload, or it is somebody else's.")
    return found[0]


async def find_upload(session: AsyncSession, actor: Actor, upload_id: UUID) -> Upload:
    """A file that this very member sends, or `NotFound`."""
    found = await queries.upload(session, actor.study_id, upload_id)
    if found is None or found[1].member_id != actor.member_id:
        raise NotFound("There is no such upload, or it is somebody else's.")
    return found[0]


def partial_of(upload: Upload, settings: Settings) -> Partial:
    """Where the bytes of an upload lie."""
    return Partial(settings, upload.id, upload.file_name)


async def create(upload: Upload, settings: Settings) -> None:
    """Make room for the bytes of a file; one that has begun goes on from what is here."""
    await to_thread.run_sync(partial_of(upload, settings).create)


async def offset_of(runtime: Runtime, upload: Upload) -> int:
    """How many bytes of a file are on disk.

    A sender that asks and hears that all is here sends nothing more, so this is noticed here, too:
    the server may have been killed after the last byte and before it was written down.
    """
    offset = partial_of(upload, runtime.settings).offset
    if offset is None:
        raise NotFound("This upload was not created yet, or has been removed. Begin it again.")
    if offset == upload.size and not upload.is_whole:
        await note(runtime, upload.id, is_whole=True)
    return offset


async def append(
    upload: Upload,
    at: int,
    chunks: AsyncIterator[bytes],
    checksum: Checksum | None,
    settings: Settings,
) -> int:
    """Put what comes at the end of the file; answers the new end once it is safely on disk.

    What came before a connection broke is kept; a part with a checksum is kept whole or not at all.
    """
    partial = partial_of(upload, settings)
    if partial.offset is None:
        raise NotFound("This upload was not created yet, or has been removed. Begin it again.")
    end = at
    try:
        async for piece in _pieces(chunks, checksum):
            if end + len(piece) > upload.size:
                raise TooLarge(
                    f"More came than the {upload.size} bytes that this file was said to have. "
                    "What is too much was not stored."
                )
            end = await to_thread.run_sync(partial.append, end, piece)
    finally:
        await to_thread.run_sync(partial.sync)
    return end


async def _pieces(chunks: AsyncIterator[bytes], checksum: Checksum | None) -> AsyncIterator[bytes]:
    """What comes, in pieces worth a write; all in one where it is to be checked first."""
    held = bytearray()
    try:
        async for chunk in chunks:
            held += chunk
            while checksum is None and len(held) >= PART:
                piece = bytes(held[:PART])
                del held[:PART]
                yield piece
            if len(held) > LARGEST_CHECKED:
                raise TooLarge(
                    f"A part with a checksum has at most {LARGEST_CHECKED // PART} MB. "
                    "It was not stored. Send smaller parts."
                )
    except Exception:
        # the sender is gone, and what it sent counts, unless nobody can say whether that is whole
        if checksum is None and held:
            yield bytes(held)
        raise
    if checksum is not None:
        checksum.check(bytes(held))
    if held:
        yield bytes(held)


async def note(runtime: Runtime, upload_id: UUID, *, is_whole: bool) -> None:
    """Write down that something came; once all files of an intake are whole, they are taken in."""
    async with runtime.unit_of_work() as session:
        upload = await session.get(Upload, upload_id)
        intake = (
            await session.get(Intake, upload.intake_id, with_for_update=True) if upload else None
        )
        if upload is None or intake is None:
            raise NotFound("This upload has been removed meanwhile.")
        intake.heard_at = now()
        upload.is_whole = is_whole
        session.add_all([intake, upload])
        await session.flush()
        if is_whole:
            await _take_in_when_whole(session, intake)


async def look_again(
    session: AsyncSession, actor: Actor, intake: Intake, *, accept_cut_off: bool
) -> None:
    """Try once more to take in files that are here and were refused."""
    if intake.made or await _is_at_work(session, intake):
        raise Conflict("There is nothing to look at again.")
    intake.accept_cut_off = accept_cut_off
    await _take_in_when_whole(session, intake)
    record(session, actor, "recording:intake:again", intake.id)


async def leave_out(
    session: AsyncSession, actor: Actor, upload: Upload, settings: Settings
) -> None:
    """Call one file off; those that came with it go on without it."""
    intake = await session.get_one(Intake, upload.intake_id, with_for_update=True)
    await _expect_rest(session, intake)
    await session.delete(upload)
    await session.flush()
    rest = await queries.uploads(session, [intake.id])
    if rest:
        await _take_in_when_whole(session, intake)
    else:
        await session.delete(intake)
    record(session, actor, "recording:intake:left-out", intake.id, file=upload.file_name)
    await to_thread.run_sync(partial_of(upload, settings).forget)


async def call_off(session: AsyncSession, actor: Actor, intake: Intake, settings: Settings) -> None:
    """Remove an intake with all that has come of it."""
    await _expect_rest(session, intake)
    uploads = await queries.uploads(session, [intake.id])
    await forget(session, intake, uploads, settings)
    record(session, actor, "recording:intake:called-off", intake.id, files=len(uploads))


async def forget(
    session: AsyncSession, intake: Intake, uploads: Sequence[Upload], settings: Settings
) -> None:
    """Remove an intake and the bytes of its files."""
    for upload in uploads:
        await to_thread.run_sync(partial_of(upload, settings).forget)
    await session.delete(intake)


async def _is_at_work(session: AsyncSession, intake: Intake) -> bool:
    job = await session.get(Job, intake.job_id) if intake.job_id else None
    return job is not None and not job.is_over


async def _expect_rest(session: AsyncSession, intake: Intake) -> None:
    if await _is_at_work(session, intake):
        raise Conflict("All has come and is being looked at now. Wait for what becomes of it.")


async def _take_in_when_whole(session: AsyncSession, intake: Intake) -> None:
    uploads = await queries.uploads(session, [intake.id])
    if not all(upload.is_whole for upload in uploads) or await _is_at_work(session, intake):
        return
    for upload in uploads:
        upload.problem = ""
    job = await jobs.ask(session, TakeFilesIn(intake_id=intake.id))
    intake.job_id, intake.problem = job.id, ""
    session.add(intake)


async def _expect_members(session: AsyncSession, actor: Actor, given: IntakeCreate) -> None:
    wanted = {file.member_id for file in given.files if file.member_id}
    found = await recordings.members(session, wanted)
    if wanted - {row.id for row in found if row.study_id == actor.study_id}:
        raise Invalid("One of the voices is nobody in this study. Nothing was sent.")

"""Background work: taking in what has come whole, forgetting what nobody goes on sending."""

from collections.abc import Sequence
from uuid import UUID

from anyio import to_thread

from colloquy.access.actor import Actor
from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.errors import ColloquyError
from colloquy.core.files import telling_when_full
from colloquy.core.work import JobContext
from colloquy.recordings.uploading import queries
from colloquy.recordings.uploading.messages import ForgetIntake, TakeFilesIn
from colloquy.recordings.uploading.models import Arrangement, Intake, Upload
from colloquy.recordings.uploading.partial import forget_all_but
from colloquy.recordings.uploading.service import forget, kept_until, partial_of
from colloquy.recordings.uploading.taking import keep_in_order, keep_tracks, load, look_at_all

NOT_ALL = "Nothing was taken in, and all that came is kept."


async def take_files_in(context: JobContext, task: TakeFilesIn) -> None:
    """Look at the files of an intake and keep them; what stands against it is written down."""
    settings = context.runtime.settings
    async with context.runtime.reading() as session:
        intake, uploads, actor = await load(session, task.intake_id)
    if intake.made:
        return
    try:
        with telling_when_full(NOT_ALL):
            became = await _become(context, intake, uploads, actor)
    except ColloquyError as error:
        await _refuse(context, intake.id, error.message)
        return
    if not became:
        await _refuse(context, intake.id, NOT_ALL)
        return
    for upload in uploads:
        await to_thread.run_sync(partial_of(upload, settings).forget)


async def forget_intake(context: JobContext, task: ForgetIntake) -> None:
    """Remove what nobody goes on sending; where somebody did, ask again later."""
    settings = context.runtime.settings
    async with context.runtime.unit_of_work() as session:
        intake = await session.get(Intake, task.intake_id, with_for_update=True)
        if intake is None:
            return
        until = kept_until(intake, settings)
        if until > now():
            await jobs.ask(session, task, due_at=until)
            return
        uploads = await queries.uploads(session, [intake.id])
        await forget(session, intake, uploads, settings)
        known = await queries.upload_ids(session)
    # a worker that was killed after it had taken files in left their parts
    await to_thread.run_sync(forget_all_but, settings, known)


async def _become(
    context: JobContext, intake: Intake, uploads: Sequence[Upload], actor: Actor
) -> bool:
    looked = await look_at_all(context, uploads, accepts_cut_off=intake.accept_cut_off)
    if looked is None:
        return False
    keep = keep_tracks if intake.arrangement == Arrangement.TRACKS else keep_in_order
    await keep(context, intake, looked, actor)
    return True


async def _refuse(context: JobContext, intake_id: UUID, problem: str) -> None:
    async with context.runtime.unit_of_work() as session:
        await context.keep(session)
        intake = await session.get_one(Intake, intake_id)
        intake.problem = problem
        session.add(intake)

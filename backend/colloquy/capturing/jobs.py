"""Background entry points: putting a recording together, and captions while it is made."""

import asyncio
import contextlib

from anyio import to_thread

from colloquy.capturing import queries, service, together
from colloquy.capturing.captioning import next_stretch, words_of
from colloquy.capturing.growing import RoomSound
from colloquy.capturing.messages import CaptionRoom, GiveUpPieces, PutTogether
from colloquy.capturing.models import RoomCaption
from colloquy.capturing.pieces import Pieces
from colloquy.core.work import JobContext
from colloquy.meetings.red_light.models import RoomRecording
from colloquy.recordings.engines.bundled import model_place
from colloquy.recordings.engines.loaded import loaded
from colloquy.recordings.engines.models import resolve

LOOK_SECONDS = 0.5


async def put_together(context: JobContext, task: PutTogether) -> None:
    """The job: make one recording of the pieces."""
    await together.put_together(context, task.room_id, is_last_try=task.is_last_try)


async def give_up_pieces(context: JobContext, task: GiveUpPieces) -> None:
    """The job: remove what nobody completed."""
    await service.give_up(context.runtime, task.room_id)


async def caption_room(context: JobContext, task: CaptionRoom) -> None:
    """The job: listen along until the recording ends, and write down what is heard."""
    settings = context.runtime.settings
    path = await to_thread.run_sync(
        resolve, model_place(settings.model), settings.engine, settings.models_cache
    )
    engine = await to_thread.run_sync(loaded, settings.engine, path)
    sound = RoomSound(Pieces(settings, task.room_id))
    filling = asyncio.create_task(to_thread.run_sync(sound.fill))
    try:
        while not filling.done():
            if not await _is_running(context, task):
                sound.over.set()
            await context.progress(0.5, "Making captions")
            stretch = next_stretch(sound, is_over=sound.over.is_set())
            if stretch is None:
                await asyncio.sleep(LOOK_SECONDS)
                continue
            text = await to_thread.run_sync(words_of, engine, stretch.samples, settings.language)
            await _write(context, task, text, stretch.skipped)
    finally:
        sound.over.set()
        with contextlib.suppress(asyncio.CancelledError):
            await filling


async def _is_running(context: JobContext, task: CaptionRoom) -> bool:
    async with context.runtime.reading() as session:
        room = await session.get(RoomRecording, task.room_id)
        return room is not None and room.stopped_at is None


async def _write(context: JobContext, task: CaptionRoom, text: str, skipped: float) -> None:
    if not text and not skipped:
        return
    async with context.runtime.unit_of_work() as session:
        await context.keep(session)
        number = await queries.last_caption(session, task.room_id) + 1
        session.add(RoomCaption(room_id=task.room_id, number=number, text=text, skipped=skipped))

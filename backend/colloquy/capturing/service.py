"""Taking pieces of sound in, telling captions, and making one recording of the pieces."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record, record_outside
from colloquy.capturing import policy, queries
from colloquy.capturing.messages import CaptionRoom, GiveUpPieces, PutTogether
from colloquy.capturing.pieces import Pieces
from colloquy.capturing.schemas import PieceKept, RoomRead
from colloquy.core import jobs, outbox
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.core.runtime import Runtime
from colloquy.core.settings import Settings
from colloquy.meetings.envelope import Envelope, channel
from colloquy.meetings.red_light.events import Caption
from colloquy.meetings.red_light.messages import RoomRecordingBegan, RoomRecordingEnded
from colloquy.meetings.red_light.models import RoomRecording
from colloquy.recordings.engines.bundled import model_place
from colloquy.recordings.engines.models import find

LISTED = 10
WAITS = timedelta(minutes=30)
"""For how long the last pieces are waited for before what came is made a recording."""
KEEPS = timedelta(days=30)
"""For how long the pieces stay after that, in case the browser comes back with the rest."""


def can_caption(settings: Settings) -> bool:
    """True where captions are wanted and the speech model is on this machine."""
    place = model_place(settings.model)
    return settings.captions and find(place, settings.engine, settings.models_cache) is not None


async def begin(session: AsyncSession, event: RoomRecordingBegan) -> None:
    """Refuse where nothing more can be kept; have captions made where they were asked for."""
    room, settings = event.room, event.settings
    policy.expect_room_for_more(await queries.waiting_bytes(session, room.study_id), settings)
    if not room.has_captions:
        return
    if not can_caption(settings):
        raise Conflict(
            "No speech model is on this machine, or captions are turned off here, so the "
            "recording was not started. Start it without captions."
        )
    await jobs.ask(session, CaptionRoom(room_id=room.id))


async def wait_for_the_rest(session: AsyncSession, event: RoomRecordingEnded) -> None:
    """What came of a recording becomes one, even if nobody says that it is all."""
    payload = PutTogether(room_id=event.room.id, is_last_try=True)
    await jobs.ask(session, payload, due_at=now() + WAITS)
    await jobs.ask(session, GiveUpPieces(room_id=event.room.id), due_at=now() + WAITS + KEEPS)


async def give_up(runtime: Runtime, room_id: UUID) -> None:
    """Remove the pieces of a recording that nobody completed; what it became stays."""
    async with runtime.unit_of_work() as session:
        room = await session.get(RoomRecording, room_id)
        if room is None or room.is_whole or room.stopped_at is None:
            return
        room.given_up_at, room.size = now(), 0
        session.add(room)
        record_outside(
            session, "recording:room:given_up", study_id=room.study_id, object_id=room.id
        )
    await to_thread.run_sync(Pieces(runtime.settings, room_id).forget)


async def keep_piece(
    runtime: Runtime, room: RoomRecording, number: int, sound: bytes, age: timedelta | None
) -> PieceKept:
    """Put a piece of sound on disk; the same piece again changes nothing.

    `age` is how long ago second 0 was when the piece was sent: so the browser's clock, which may be
    hours wrong, does not matter.
    """
    at = now()
    async with runtime.reading() as session:
        waiting = await queries.waiting_bytes(session, room.study_id)
    policy.expect_within_limits(room, sound, waiting, runtime.settings, at)
    is_new = False
    if not room.is_whole:
        pieces = Pieces(runtime.settings, room.id)
        is_new = await to_thread.run_sync(pieces.keep, number, sound)
    async with runtime.unit_of_work() as session:
        kept = await session.get_one(RoomRecording, room.id)
        if age is not None and kept.starts_at is None:
            # never before its red light
            kept.starts_at = max(kept.lit_at, at - age)
            await session.flush()
        if is_new:
            await queries.count_piece(session, room.id, len(sound))
        await _tell_captions(session, kept)
        return PieceKept(number=number, is_recording=kept.stopped_at is None)


async def finish(
    session: AsyncSession, actor: Actor, room: RoomRecording, count: int, settings: Settings
) -> None:
    """Say how many pieces there are; once all are here they become a recording."""
    if room.is_whole or room.expects == count:
        return
    policy.expect_not_given_up(room)
    if room.stopped_at is None:
        raise Conflict("The room is still being recorded. Stop the recording first.")
    missing = await to_thread.run_sync(Pieces(settings, room.id).missing, count)
    if missing:
        first = ", ".join(map(str, missing[:LISTED]))
        more = f" and {len(missing) - LISTED} more" if len(missing) > LISTED else ""
        raise Conflict(
            f"{len(missing)} of {count} pieces have not come yet: {first}{more}. What came is "
            "kept. Leave the page of the meeting open until all are sent."
        )
    room.expects = count
    session.add(room)
    record(session, actor, "recording:room:finished", room.id, pieces=count)
    if count:
        await jobs.ask(session, PutTogether(room_id=room.id, is_last_try=False))


async def list_rooms(session: AsyncSession, meeting_id: UUID) -> list[RoomRead]:
    """The recordings of a meeting's room, oldest first."""
    return [
        RoomRead(
            id=room.id,
            by=member.id,
            by_name=member.display_name,
            lit_at=room.lit_at,
            stopped_at=room.stopped_at,
            heard_at=room.heard_at,
            pieces=room.pieces,
            size=room.size,
            is_finished=room.expects is not None,
            is_whole=room.is_whole,
            recording_id=room.recording_id,
        )
        for room, member in await queries.rooms(session, meeting_id)
    ]


async def _tell_captions(session: AsyncSession, room: RoomRecording) -> None:
    """Tell the room what a worker has heard; the worker itself may not be heard by the sockets."""
    for caption in await queries.captions(session, room.id, room.told):
        notice = Caption(
            type="caption",
            recording_id=room.id,
            number=caption.number,
            text=caption.text,
            skipped=caption.skipped,
        )
        envelope = Envelope.of_notice(notice, caption.number)
        outbox.tell(session, channel(room.meeting_id), envelope.pack())
        room.told = caption.number
    session.add(room)


async def sound_of(pieces: Pieces) -> AsyncIterator[bytes]:
    """The sound of all pieces in order, read without making anybody wait."""
    stream = pieces.read()
    while chunk := await to_thread.run_sync(next, stream, b""):
        yield chunk

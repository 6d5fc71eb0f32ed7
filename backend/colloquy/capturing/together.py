"""One recording of a room's pieces, taken in as any other file is."""

from datetime import datetime
from uuid import UUID

from anyio import to_thread

from colloquy.access.actor import Actor
from colloquy.capturing import queries
from colloquy.capturing.pieces import Pieces
from colloquy.capturing.service import sound_of
from colloquy.core.errors import NotFound
from colloquy.core.runtime import Runtime
from colloquy.core.work import JobContext
from colloquy.meetings.models import Meeting
from colloquy.meetings.red_light.models import RoomRecording
from colloquy.recordings import taking_in
from colloquy.recordings.models import Basis
from colloquy.recordings.schemas import TakeIn, TranscriptionAsk
from colloquy.recordings.transcribing.asking import ask_for_transcript
from colloquy.studies.dependencies import make_actor
from colloquy.studies.models import Member

ENDINGS = {"audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg"}


async def put_together(context: JobContext, room_id: UUID, *, is_last_try: bool) -> None:
    """Make a recording of what is there, aligned with the meeting's log, and have it transcribed.

    Pieces go once all of them are in it. Where some never came, they stay, so that a browser that
    comes back with the rest can still have it made whole.
    """
    runtime = context.runtime
    room, meeting, actor = await _load(runtime, room_id)
    pieces = Pieces(runtime.settings, room_id)
    numbers = await to_thread.run_sync(pieces.numbers)
    if not numbers or room.is_whole or (is_last_try and room.recording_id):
        return
    is_whole = room.expects is not None and numbers == list(range(room.expects))
    given = _describe(room, meeting, is_whole=is_whole)
    sound = await taking_in.take_in_stream(sound_of(pieces), given, runtime.settings)
    try:
        async with runtime.unit_of_work() as session:
            await context.keep(session)
            recording = await taking_in.keep(session, actor, given, sound, runtime.settings)
            await ask_for_transcript(
                session, actor, recording, TranscriptionAsk(), runtime.settings
            )
            kept = await session.get_one(RoomRecording, room_id)
            kept.recording_id, kept.is_whole = recording.id, is_whole
            session.add(kept)
            await queries.forget_captions(session, room_id)
    except BaseException:
        await taking_in.discard(sound.file)
        raise
    if is_whole:
        await to_thread.run_sync(pieces.forget)


async def _load(runtime: Runtime, room_id: UUID) -> tuple[RoomRecording, Meeting, Actor]:
    async with runtime.reading() as session:
        room = await session.get(RoomRecording, room_id)
        meeting = await session.get(Meeting, room.meeting_id) if room else None
        member = await session.get(Member, room.member_id) if room else None
    if room is None or meeting is None or member is None:
        raise NotFound("This recording was removed before it was put together.")
    return room, meeting, make_actor(member)


def _describe(room: RoomRecording, meeting: Meeting, *, is_whole: bool) -> TakeIn:
    began = room.starts_at or room.lit_at
    rest = "" if is_whole else ", as far as it came"
    return TakeIn(
        file_name=f"room-{_stamp(began)}.{ENDINGS[room.media_type.split(';')[0]]}",
        title=f"{meeting.title[:200]}: the room from {began:%H:%M} UTC{rest}",
        meeting_id=meeting.id,
        starts_at=began,
        accept_cut_off=True,
        # the red light goes on once everybody here has agreed, and whoever comes in later is asked
        agreed=Basis.MEETING,
    )


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d-%H%M%S}"

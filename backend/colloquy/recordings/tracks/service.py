"""The verbs: make two tracks of the two sides, put them together again, say whose voice one is."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict, NotFound
from colloquy.recordings import queries
from colloquy.recordings.consent.service import review
from colloquy.recordings.models import Recording, Track
from colloquy.recordings.tracks.schemas import Sides, Voice


async def split_sides(
    session: AsyncSession, actor: Actor, recording: Recording, sides: Sides
) -> None:
    """Make a track of each side of a stereo recording; done again, it names the voices afresh."""
    if not recording.sides_differ:
        raise Conflict("Both sides of this recording sound the same, so it stays as it is.")
    await _expect_members(session, actor, sides.left, sides.right)
    await _remove_sides(session, recording)
    session.add_all(
        Track(
            recording_id=recording.id,
            position=channel,
            channel=channel,
            label=voice.label,
            member_id=voice.member_id,
            duration=recording.duration,
        )
        for channel, voice in enumerate((sides.left, sides.right))
    )
    await session.flush()
    record(session, actor, "recording:tracks:split", recording.id)
    await review(session, actor, recording)


async def join_sides(session: AsyncSession, actor: Actor, recording: Recording) -> None:
    """Have a stereo recording be many voices in one again."""
    await _remove_sides(session, recording)
    record(session, actor, "recording:tracks:joined", recording.id)


async def name_voice(
    session: AsyncSession, actor: Actor, recording: Recording, track_id: UUID, voice: Voice
) -> None:
    """Say whose voice a track is."""
    tracks = await queries.tracks(session, recording.id)
    track = next((each for each in tracks if each.id == track_id), None)
    if track is None:
        raise NotFound("There is no such track in this recording.")
    if any(each.label == voice.label for each in tracks if each.id != track_id):
        raise Conflict(f"“{voice.label}” is the voice of another track. Choose another name.")
    await _expect_members(session, actor, voice)
    track.label, track.member_id = voice.label, voice.member_id
    session.add(track)
    await session.flush()
    record(session, actor, "recording:tracks:named", recording.id, label=voice.label)
    await review(session, actor, recording)


async def _remove_sides(session: AsyncSession, recording: Recording) -> None:
    for track in await queries.tracks(session, recording.id):
        if track.channel is not None:
            await session.delete(track)
    await session.flush()


async def _expect_members(session: AsyncSession, actor: Actor, *voices: Voice) -> None:
    wanted = {voice.member_id for voice in voices if voice.member_id}
    found = await queries.members(session, wanted)
    if wanted - {row.id for row in found if row.study_id == actor.study_id}:
        raise NotFound("One of the voices is nobody in this study. Nothing was changed.")

"""HTTP: whose voice each track of a recording is."""

from uuid import UUID

from fastapi import APIRouter

from colloquy.core.web import SessionDep
from colloquy.recordings import reading
from colloquy.recordings.dependencies import RecordingDep, Uploader
from colloquy.recordings.schemas import RecordingDetail
from colloquy.recordings.tracks import service
from colloquy.recordings.tracks.schemas import Sides, Voice

router = APIRouter(prefix="/api/studies/{study_id}/recordings", tags=["recordings"])


@router.put("/{recording_id}/sides")
async def split_sides(
    body: Sides, found: RecordingDep, actor: Uploader, session: SessionDep
) -> RecordingDetail:
    """Make a track of each side, and say whose voice it is."""
    await service.split_sides(session, actor, found[0], body)
    return await reading.read_recording(session, *found)


@router.delete("/{recording_id}/sides")
async def join_sides(found: RecordingDep, actor: Uploader, session: SessionDep) -> RecordingDetail:
    """Make one recording of many voices of it again."""
    await service.join_sides(session, actor, found[0])
    return await reading.read_recording(session, *found)


@router.patch("/{recording_id}/tracks/{track_id}")
async def name_voice(
    track_id: UUID, body: Voice, found: RecordingDep, actor: Uploader, session: SessionDep
) -> RecordingDetail:
    """Say whose voice a track is."""
    await service.name_voice(session, actor, found[0], track_id, body)
    return await reading.read_recording(session, *found)

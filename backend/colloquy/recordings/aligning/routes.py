"""HTTP: a recording's place in time, by a moment that is known or by another recording."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from colloquy.core.jobs import JobRead, read_job
from colloquy.core.web import SessionDep
from colloquy.recordings.aligning import service
from colloquy.recordings.aligning.moments import MeetingMoment, read_moments
from colloquy.recordings.dependencies import Listener, RecordingDep, Uploader
from colloquy.recordings.messages import AlignBySound
from colloquy.recordings.service import find_recording
from colloquy.recordings.work import find_work

router = APIRouter(prefix="/api/studies/{study_id}/recordings/{recording_id}", tags=["recordings"])


class AlignAsked(BaseModel):
    """Put the recording in time by another, whose start is known."""

    recording_id: UUID


@router.get("/moments")
async def moments(found: RecordingDep, session: SessionDep) -> list[MeetingMoment]:
    """The moments of its meeting that can be clicked on where they are heard."""
    return await read_moments(session, found[0])


@router.post("/alignments", status_code=202)
async def align_by_sound(
    body: AlignAsked, found: RecordingDep, actor: Uploader, session: SessionDep
) -> JobRead:
    """Find where the recording lies in another of the same moment."""
    other, _ = await find_recording(session, actor.study_id, body.recording_id)
    return read_job(await service.ask_to_align(session, actor, found[0], other))


@router.get("/alignments/{job_id}")
async def read_alignment(
    job_id: UUID, found: RecordingDep, _actor: Listener, session: SessionDep
) -> JobRead:
    """How far that is."""
    return read_job(await find_work(session, job_id, AlignBySound, recording_id=found[0].id))

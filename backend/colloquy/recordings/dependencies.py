"""The recording and the transcript in the path, for those who may have them."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.errors import NotFound
from colloquy.core.web import SessionDep
from colloquy.meetings.models import Meeting
from colloquy.recordings import queries, service
from colloquy.recordings.consent.service import expect_open
from colloquy.recordings.models import Recording, Transcript
from colloquy.studies.dependencies import require

Listener = Annotated[Actor, Depends(require(Permission.RECORDING_READ))]
Uploader = Annotated[Actor, Depends(require(Permission.RECORDING_UPLOAD))]
TextEditor = Annotated[Actor, Depends(require(Permission.TRANSCRIPT_EDIT))]


async def get_recording(
    recording_id: UUID, actor: Listener, session: SessionDep
) -> tuple[Recording, Meeting | None]:
    """The recording in the path, with its meeting."""
    return await service.find_recording(session, actor.study_id, recording_id)


RecordingDep = Annotated[tuple[Recording, Meeting | None], Depends(get_recording)]


async def get_open_recording(
    found: RecordingDep,
) -> tuple[Recording, Meeting | None]:
    """The recording in the path, once those who speak in it have agreed."""
    expect_open(found[0])
    return found


OpenRecordingDep = Annotated[tuple[Recording, Meeting | None], Depends(get_open_recording)]


async def get_transcript(
    transcript_id: UUID, actor: Listener, session: SessionDep
) -> tuple[Transcript, Recording]:
    """The transcript in the path, with its recording."""
    found = await queries.transcript(session, actor.study_id, transcript_id)
    if found is None:
        raise NotFound("There is no such transcript in this study.")
    recording = found[1] or await service.stand_in(session, found[0])
    expect_open(recording)
    return found[0], recording


TranscriptDep = Annotated[tuple[Transcript, Recording], Depends(get_transcript)]

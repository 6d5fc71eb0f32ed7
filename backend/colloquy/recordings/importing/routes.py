"""HTTP: existing transcripts, looked at and taken in."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from colloquy.core.web import SessionDep
from colloquy.recordings import reading
from colloquy.recordings.dependencies import Listener, Uploader
from colloquy.recordings.importing import service
from colloquy.recordings.importing.schemas import (
    ImportPlace,
    TranscriptImported,
    TranscriptUnderstood,
)
from colloquy.recordings.schemas import TranscriptAlone

router = APIRouter(prefix="/api/studies/{study_id}/imported-transcripts", tags=["recordings"])
FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("")
async def list_alone(actor: Listener, session: SessionDep) -> list[TranscriptAlone]:
    """The transcripts of a study that have no recording, newest first."""
    return await reading.list_alone(session, actor.study_id)


@router.post("/preview", openapi_extra=FILE)
async def preview(request: Request, _actor: Uploader) -> TranscriptUnderstood:
    """What a file of words holds; the body is the file, and nothing of it is kept."""
    return await service.preview(await request.body())


@router.post("", status_code=201, openapi_extra=FILE)
async def take_in(
    request: Request, given: Annotated[ImportPlace, Query()], actor: Uploader, session: SessionDep
) -> TranscriptImported:
    """Take in a transcript that was made elsewhere; the body is the file."""
    transcript = await service.take_in(session, actor, given, await request.body())
    assert transcript.document_id  # noqa: S101 - made with it
    return TranscriptImported(
        transcript_id=transcript.id,
        document_id=transcript.document_id,
        recording_id=transcript.recording_id,
    )

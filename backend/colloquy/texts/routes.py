"""HTTP: documents, their segments and speakers."""

from uuid import UUID

from fastapi import APIRouter

from colloquy.core.web import SessionDep
from colloquy.texts import reading, service
from colloquy.texts.dependencies import (
    CorrectableDep,
    DocumentDep,
    SegmentDep,
    TextEditor,
    TextReader,
)
from colloquy.texts.editing.service import correct_segment
from colloquy.texts.models import DocumentKind
from colloquy.texts.schemas import (
    DocumentListed,
    DocumentRead,
    SegmentUpdate,
    SpeakerCreate,
    SpeakerSplit,
    SpeakerUpdate,
)
from colloquy.texts.splitting import split_speaker

router = APIRouter(prefix="/api/studies/{study_id}/documents", tags=["texts"])


@router.get("")
async def list_documents(
    actor: TextReader, session: SessionDep, kind: DocumentKind | None = None
) -> list[DocumentListed]:
    """What can be read and coded, newest first."""
    return await reading.list_documents(session, actor.study_id, kind)


@router.get("/{document_id}")
async def read_document(
    document: DocumentDep, actor: TextReader, session: SessionDep
) -> DocumentRead:
    """A document with its segments and speakers."""
    return await reading.read_document(session, actor, document)


@router.patch("/{document_id}/segments/{segment_id}")
async def update_segment(
    body: SegmentUpdate,
    document: CorrectableDep,
    segment: SegmentDep,
    actor: TextEditor,
    session: SessionDep,
) -> DocumentRead:
    """Correct a passage's words or its speaker."""
    await correct_segment(session, actor, document, segment, body)
    return await reading.read_document(session, actor, document)


@router.post("/{document_id}/speakers", status_code=201)
async def add_speaker(
    body: SpeakerCreate, document: CorrectableDep, actor: TextEditor, session: SessionDep
) -> DocumentRead:
    """Add a voice that the transcript did not tell apart."""
    await service.add_speaker(session, actor, document, body.label, body.member_id)
    return await reading.read_document(session, actor, document)


@router.patch("/{document_id}/speakers/{speaker_id}")
async def name_speaker(
    speaker_id: UUID,
    body: SpeakerUpdate,
    document: CorrectableDep,
    actor: TextEditor,
    session: SessionDep,
) -> DocumentRead:
    """Name a voice, say which member it is, or make it one with another."""
    speaker = await service.find_speaker(session, document, speaker_id)
    await service.name_speaker(session, actor, speaker, body.label, body.member_id)
    return await reading.read_document(session, actor, document)


@router.post("/{document_id}/speakers/{speaker_id}/split", status_code=201)
async def split(
    speaker_id: UUID,
    body: SpeakerSplit,
    document: CorrectableDep,
    actor: TextEditor,
    session: SessionDep,
) -> DocumentRead:
    """Give some passages of a voice to a new one."""
    speaker = await service.find_speaker(session, document, speaker_id)
    await split_speaker(session, actor, document, speaker, body.label, body.segment_ids)
    return await reading.read_document(session, actor, document)

"""The document and the passage in the path, checked once."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.errors import Forbidden, NotFound
from colloquy.core.web import SessionDep
from colloquy.studies.dependencies import require
from colloquy.texts import policy, service
from colloquy.texts.models import Document, Segment

TextReader = Annotated[Actor, Depends(require(Permission.TEXT_READ))]
TextEditor = Annotated[Actor, Depends(require(Permission.TRANSCRIPT_EDIT))]


async def get_document(document_id: UUID, actor: TextReader, session: SessionDep) -> Document:
    """The document in the path, of the same study."""
    return await service.find_document(session, actor.study_id, document_id)


DocumentDep = Annotated[Document, Depends(get_document)]


async def get_correctable(document: DocumentDep, _actor: TextEditor) -> Document:
    """The document in the path, where its words may be corrected."""
    if not policy.is_correctable(document):
        raise Forbidden("These are a person's own words, so they are kept as they were written.")
    return document


CorrectableDep = Annotated[Document, Depends(get_correctable)]


async def get_segment(
    segment_id: UUID, document: CorrectableDep, actor: TextEditor, session: SessionDep
) -> Segment:
    """The passage in the path, of the document in the path."""
    segment, found_in = await service.find_segment(session, actor.study_id, segment_id)
    if found_in.id != document.id:
        raise NotFound("There is no such passage in this document.")
    return segment


SegmentDep = Annotated[Segment, Depends(get_segment)]

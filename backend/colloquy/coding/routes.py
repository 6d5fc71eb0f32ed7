"""HTTP: the codebook, codings and excerpts."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.coding import codebook, reading, service
from colloquy.coding.models import Coding
from colloquy.coding.schemas import (
    CodeCreate,
    CodeRead,
    CodeUpdate,
    CodingCreate,
    CodingRead,
    CodingUpdate,
    DocumentCount,
    ExcerptPage,
    ExcerptQuery,
)
from colloquy.core.web import SessionDep
from colloquy.studies.dependencies import require
from colloquy.texts.service import find_document

router = APIRouter(prefix="/api/studies/{study_id}", tags=["coding"])

CodingReader = Annotated[Actor, Depends(require(Permission.CODING_READ))]
CodingWriter = Annotated[Actor, Depends(require(Permission.CODING_WRITE))]
CodebookEditor = Annotated[Actor, Depends(require(Permission.CODEBOOK_EDIT))]


async def get_coding(coding_id: UUID, actor: CodingWriter, session: SessionDep) -> Coding:
    """The coding in the path, of the same study."""
    return await service.find_coding(session, actor.study_id, coding_id)


CodingDep = Annotated[Coding, Depends(get_coding)]


@router.get("/codes")
async def read_codebook(actor: CodingReader, session: SessionDep) -> list[CodeRead]:
    """The codebook."""
    return await reading.read_codebook(session, actor.study_id)


@router.post("/codes", status_code=201)
async def create_code(body: CodeCreate, actor: CodebookEditor, session: SessionDep) -> CodeRead:
    """Add a code."""
    code = await codebook.create_code(session, actor, body)
    return await reading.read_code(session, code)


@router.patch("/codes/{code_id}")
async def update_code(
    code_id: UUID, body: CodeUpdate, actor: CodebookEditor, session: SessionDep
) -> CodeRead:
    """Rename, describe, colour, move, retire or bring back a code."""
    code = await codebook.update_code(session, actor, code_id, body)
    return await reading.read_code(session, code)


@router.get("/codings")
async def list_codings(
    document_id: UUID, actor: CodingReader, session: SessionDep
) -> list[CodingRead]:
    """A document's codings."""
    document = await find_document(session, actor.study_id, document_id)
    return await reading.list_codings(session, actor, document.id)


@router.get("/codings/counts")
async def count_codings(actor: CodingReader, session: SessionDep) -> list[DocumentCount]:
    """How much of each document is coded."""
    return await reading.count_codings(session, actor.study_id)


@router.post("/codings", status_code=201)
async def code_passage(body: CodingCreate, actor: CodingWriter, session: SessionDep) -> CodingRead:
    """Code a passage; the same coding sent again changes nothing."""
    coding = await service.code_passage(session, actor, body)
    return await reading.read_coding(session, actor, coding)


@router.patch("/codings/{coding_id}")
async def update_coding(
    body: CodingUpdate, coding: CodingDep, actor: CodingWriter, session: SessionDep
) -> CodingRead:
    """Change what a coding says, or where it stands."""
    changed = await service.update_coding(session, actor, coding, body)
    return await reading.read_coding(session, actor, changed)


@router.delete("/codings/{coding_id}", status_code=204, response_class=Response)
async def remove_coding(coding: CodingDep, actor: CodingWriter, session: SessionDep) -> None:
    """Take a coding away."""
    await service.remove_coding(session, actor, coding)


@router.post("/codings/{coding_id}/restore")
async def restore_coding(coding: CodingDep, actor: CodingWriter, session: SessionDep) -> CodingRead:
    """Put a removed coding back."""
    restored = await service.restore_coding(session, actor, coding)
    return await reading.read_coding(session, actor, restored)


@router.get("/excerpts")
async def read_excerpts(
    asked: Annotated[ExcerptQuery, Query()], actor: CodingReader, session: SessionDep
) -> ExcerptPage:
    """Coded passages by any combination of filters, and who is heard in them."""
    return await reading.page_of_excerpts(session, actor, asked)

"""HTTP: the words of a study that only its researchers read."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import SessionDep
from colloquy.studies.dependencies import require
from colloquy.texts.masking import reading, service
from colloquy.texts.masking.schemas import IdentifyingIn, IdentifyingRead

router = APIRouter(prefix="/api/studies/{study_id}/identifying", tags=["texts"])

MaskReader = Annotated[Actor, Depends(require(Permission.TEXT_READ_IDENTIFYING))]


@router.get("")
async def list_identifying(actor: MaskReader, session: SessionDep) -> list[IdentifyingRead]:
    """The words that are masked, with what others read in their place."""
    return await reading.list_marked(session, actor.study_id)


@router.post("", status_code=201)
async def mark_identifying(
    body: IdentifyingIn, actor: MaskReader, session: SessionDep
) -> list[IdentifyingRead]:
    """Mask words wherever they stand in the study."""
    await service.mark(session, actor, body)
    return await reading.list_marked(session, actor.study_id)


@router.delete("/{marked_id}", status_code=204, response_class=Response)
async def unmark_identifying(marked_id: UUID, actor: MaskReader, session: SessionDep) -> None:
    """Let everybody who reads the study's texts read the words again."""
    await service.unmark(session, actor, marked_id)

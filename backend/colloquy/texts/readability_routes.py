"""HTTP: how hard a text is to read, while it is being written."""

from typing import Annotated

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.methods.readability import measure
from colloquy.studies.dependencies import require
from colloquy.texts.readability_schemas import ReadabilityIn, ReadabilityRead

router = APIRouter(prefix="/api/studies/{study_id}/readability", tags=["texts"])

Writer = Annotated[Actor, Depends(require(Permission.THEORY_READ_DRAFTS))]


@router.post("")
async def measure_readability(body: ReadabilityIn, _actor: Writer) -> ReadabilityRead:
    """About how old a reader must be, and which words are hard; nothing is kept."""
    return ReadabilityRead.model_validate(measure(body.text), from_attributes=True)

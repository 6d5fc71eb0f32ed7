"""HTTP: the home of a study."""

from typing import Annotated

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import SessionDep
from colloquy.reports import reading
from colloquy.reports.schemas import Overview
from colloquy.studies.dependencies import require

router = APIRouter(prefix="/api/studies/{study_id}", tags=["reports"])

# it tells of drafts, proposals and who has not answered: the team's work, not the panel's
TeamReader = Annotated[Actor, Depends(require(Permission.PROPOSAL_READ))]


@router.get("/overview")
async def read_overview(actor: TeamReader, session: SessionDep) -> Overview:
    """The study at a glance, and what waits for me."""
    return await reading.read_overview(session, actor)

"""HTTP: the home of a study, and its log."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import SessionDep
from colloquy.reports import history, reading
from colloquy.reports.schemas import History, HistoryFilter, Overview
from colloquy.studies.dependencies import require

router = APIRouter(prefix="/api/studies/{study_id}", tags=["reports"])

# it tells of drafts, proposals and who has not answered: the team's work, not the panel's
TeamReader = Annotated[Actor, Depends(require(Permission.PROPOSAL_READ))]
AuditReader = Annotated[Actor, Depends(require(Permission.AUDIT_READ))]


@router.get("/overview")
async def read_overview(actor: TeamReader, session: SessionDep) -> Overview:
    """The study at a glance, and what waits for me."""
    return await reading.read_overview(session, actor)


@router.get("/history")
async def read_history(
    wanted: Annotated[HistoryFilter, Query()], actor: AuditReader, session: SessionDep
) -> History:
    """Who did what to what, newest first."""
    return await history.read_history(session, actor.study_id, wanted)


@router.get("/history.csv", response_class=Response)
async def download_history(
    wanted: Annotated[HistoryFilter, Query()], actor: AuditReader, session: SessionDep
) -> Response:
    """The same as a table for a spreadsheet."""
    table = await history.write_csv(session, actor.study_id, wanted)
    headers = {"Content-Disposition": 'attachment; filename="study-log.csv"'}
    return Response(table, media_type="text/csv; charset=utf-8", headers=headers)

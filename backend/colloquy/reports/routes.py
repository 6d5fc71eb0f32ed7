"""HTTP: the home of a study, its log, and the documents of its rounds."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import SessionDep
from colloquy.reports import history, reading, round_answers
from colloquy.reports.comment_table import comments_of
from colloquy.reports.round_document import write_document
from colloquy.reports.round_facts import read_facts
from colloquy.reports.round_tables import tables_of
from colloquy.reports.schemas import History, HistoryFilter, Overview
from colloquy.reports.spreadsheets import CSV_TYPE, DOCX_TYPE, XLSX_TYPE, write_csv, write_xlsx
from colloquy.rounds.dependencies import JudgedRoundDep, RoundDep
from colloquy.studies.dependencies import CurrentActor, StudyDep, require

router = APIRouter(prefix="/api/studies/{study_id}", tags=["reports"])

# it tells of drafts, proposals and who has not answered: the team's work, not the panel's
TeamReader = Annotated[Actor, Depends(require(Permission.PROPOSAL_READ))]
RoundReader = Annotated[Actor, Depends(require(Permission.ROUND_READ_PROGRESS))]
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


@router.get("/rounds/{round_id}/results.csv", response_class=Response)
async def download_results_csv(
    study: StudyDep, actor: CurrentActor, round_: JudgedRoundDep, session: SessionDep
) -> Response:
    """The figures of the rated questions as a table."""
    tables = tables_of(await read_facts(session, actor, study, round_))
    return _file(write_csv(tables[0]).encode(), CSV_TYPE, "results.csv")


@router.get("/rounds/{round_id}/results.xlsx", response_class=Response)
async def download_results_xlsx(
    study: StudyDep, actor: CurrentActor, round_: JudgedRoundDep, session: SessionDep
) -> Response:
    """All figures as a workbook."""
    tables = tables_of(await read_facts(session, actor, study, round_))
    return _file(write_xlsx(tables), XLSX_TYPE, "results.xlsx")


@router.get("/rounds/{round_id}/comments.csv", response_class=Response)
async def download_comments_csv(
    study: StudyDep, actor: CurrentActor, round_: JudgedRoundDep, session: SessionDep
) -> Response:
    """What was said in the round as a table: all of it for the team, else what was released."""
    table = comments_of(await read_facts(session, actor, study, round_))
    return _file(write_csv(table).encode(), CSV_TYPE, "comments.csv")


@router.get("/rounds/{round_id}/report.docx", response_class=Response)
async def download_report(
    study: StudyDep, actor: RoundReader, round_: RoundDep, session: SessionDep
) -> Response:
    """The report of a round, for the team."""
    facts = await read_facts(session, actor, study, round_)
    return _file(write_document(facts), DOCX_TYPE, "report.docx")


@router.post("/rounds/{round_id}/answers.csv", response_class=Response)
async def export_answers(
    study: StudyDep, actor: RoundReader, round_: RoundDep, session: SessionDep
) -> Response:
    """The answers by pseudonym; asked for by POST, because the log keeps that it was."""
    table = await round_answers.read_answers(session, actor, study, round_)
    return _file(write_csv(table).encode(), CSV_TYPE, "answers.csv")


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)

"""The log of a study for those who may read it: who did what to what, and when."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit.models import AuditEntry
from colloquy.audit.policy import is_quiet
from colloquy.audit.reading import name_in, names_of, read_entries, whole_in
from colloquy.audit.schemas import Wanted
from colloquy.reports import spreadsheets
from colloquy.reports.schemas import History, HistoryEntry, HistoryFilter
from colloquy.reports.spreadsheets import Table
from colloquy.studies.reading import People, read_people

PAGE = 50
MOST = 50_000
HEADER = ("time (UTC)", "person", "action", "about", "reason")


async def read_history(session: AsyncSession, study_id: UUID, wanted: HistoryFilter) -> History:
    """One page of the log, newest first, in a fixed number of queries."""
    rows = await _read(session, study_id, wanted, limit=PAGE + 1)
    shown = rows[:PAGE]
    return History(entries=shown, next_before=shown[-1].id if len(rows) > PAGE and shown else None)


async def write_csv(session: AsyncSession, study_id: UUID, wanted: HistoryFilter) -> str:
    """The same rows as a table for a spreadsheet, newest first."""
    rows = [
        (row.at.isoformat(timespec="seconds"), row.person, row.tag, row.about, row.reason)
        for row in await _read(session, study_id, wanted, limit=MOST)
    ]
    return spreadsheets.write_csv(Table("log", HEADER, rows))


async def _read(
    session: AsyncSession, study_id: UUID, wanted: HistoryFilter, *, limit: int
) -> list[HistoryEntry]:
    people = await read_people(session, study_id)
    account_id = people.account_of.get(wanted.member_id) if wanted.member_id else None
    if wanted.member_id and account_id is None:
        return []
    asked = Wanted(wanted.subject, account_id, wanted.since, wanted.until, wanted.before)
    rows = await read_entries(session, study_id, asked, limit=limit)
    return await _named(session, study_id, rows, people)


async def _named(
    session: AsyncSession, study_id: UUID, rows: Sequence[AuditEntry], people: People
) -> list[HistoryEntry]:
    names = await names_of(session, study_id, rows)
    return [
        HistoryEntry(
            id=row.id,
            at=row.created_at,
            tag=row.tag,
            person=None
            if is_quiet(row.tag) or row.account_id is None
            else people.name_of.get(row.account_id),
            is_withheld=is_quiet(row.tag),
            about=_about(row, names, people),
            reason=str(row.details.get("reason", "")) if _tells_why(row) else "",
        )
        for row in rows
    ]


def _about(row: AuditEntry, names: Mapping[UUID, str], people: People) -> str:
    if row.object_id is None:
        return ""
    known = names.get(row.object_id) or people.name_of.get(row.object_id, "")
    if is_quiet(row.tag):
        return known
    whole = whole_in(row.details)
    return name_in(row.details) or known or (names.get(whole, "") if whole else "")


def _tells_why(row: AuditEntry) -> bool:
    return row.tag == "study:member:taken-out"

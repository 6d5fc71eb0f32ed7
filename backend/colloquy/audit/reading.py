"""The log of a study, read back: each row with what the log itself calls the thing it is about."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit import queries
from colloquy.audit.models import AuditEntry
from colloquy.audit.schemas import Wanted

_NAMES = ("title", "label", "name")


async def read_entries(
    session: AsyncSession, study_id: UUID, wanted: Wanted, *, limit: int
) -> Sequence[AuditEntry]:
    """Rows newest first; those by a person leave out what is never told of a person."""
    return await queries.entries(session, study_id, wanted, limit=limit)


async def names_of(
    session: AsyncSession, study_id: UUID, entries: Collection[AuditEntry]
) -> Mapping[UUID, str]:
    """What the things that rows are about are called now, as far as the log knows."""
    object_ids = {entry.object_id for entry in entries if entry.object_id}
    rows = await queries.naming_rows(session, study_id, object_ids)
    return {row.object_id: name for row in rows if row.object_id and (name := name_in(row.details))}


def name_in(details: Mapping[str, Any]) -> str:
    """The name that a row itself gives to what it is about, if any."""
    return next((str(details[key]) for key in _NAMES if details.get(key)), "")

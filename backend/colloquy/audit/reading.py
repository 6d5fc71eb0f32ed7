"""The log of a study, read back: each row with what the log itself calls the thing it is about."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit import queries
from colloquy.audit.models import AuditEntry
from colloquy.audit.schemas import Wanted

_NAMES = ("title", "label", "name")
# what a part without a name of its own lies in
_WHOLES = ("round", "place", "version")


async def read_entries(
    session: AsyncSession, study_id: UUID, wanted: Wanted, *, limit: int
) -> Sequence[AuditEntry]:
    """Rows newest first; those by a person leave out what is never told of a person."""
    return await queries.entries(session, study_id, wanted, limit=limit)


async def names_of(
    session: AsyncSession, study_id: UUID, entries: Collection[AuditEntry]
) -> Mapping[UUID, str]:
    """What the things that rows are about are called now, as far as the log knows."""
    wanted = {entry.object_id for entry in entries if entry.object_id}
    wanted |= {whole for entry in entries if (whole := whole_in(entry.details))}
    rows = await queries.naming_rows(session, study_id, wanted)
    return {row.object_id: name for row in rows if row.object_id and (name := name_in(row.details))}


def whole_in(details: Mapping[str, Any]) -> UUID | None:
    """The round, place or version that a row itself says its thing is part of, if any."""
    found = next((str(details[key]) for key in _WHOLES if details.get(key)), "")
    try:
        return UUID(found)
    except ValueError:
        return None


def name_in(details: Mapping[str, Any]) -> str:
    """The name that a row itself gives to what it is about, if any."""
    return next((str(details[key]) for key in _NAMES if details.get(key)), "")

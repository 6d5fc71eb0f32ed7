"""Writes the audit log, always in the transaction of the thing itself."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import CTE, Insert, bindparam, insert, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit.models import AuditEntry
from colloquy.core.clock import now
from colloquy.core.ids import new_id

# an entry's parameters stand beside those of what it tells of, which have an id and a time too
PREFIX = "entry_"


class Doer(Protocol):
    """Whoever does something in a study: `colloquy.access.actor.Actor` is one."""

    @property
    def account_id(self) -> UUID:
        """The account."""
        ...

    @property
    def study_id(self) -> UUID:
        """The study they are in."""
        ...


def record(
    session: AsyncSession,
    actor: Doer,
    tag: str,
    object_id: UUID,
    **details: Any,
) -> None:
    """Record that a member did something in their study; `tag` is `subject:object:action`."""
    session.add(
        AuditEntry(
            tag=tag,
            account_id=actor.account_id,
            study_id=actor.study_id,
            object_id=object_id,
            details=details,
        )
    )


def entry(actor: Doer, tag: str, object_id: UUID) -> dict[str, Any]:
    """The parameters of an entry that a statement writes: for what everybody does all the time."""
    row: dict[str, Any] = {
        "id": new_id(),
        "created_at": now(),
        "tag": tag,
        "account_id": actor.account_id,
        "study_id": actor.study_id,
        "object_id": object_id,
        "details": {},
    }
    return {PREFIX + name: value for name, value in row.items()}


async def record_at_once(session: AsyncSession, entry: Mapping[str, Any]) -> None:
    """Write an entry by a statement of its own, which is cheaper than a row of the session."""
    await session.exec(_insert(), params=entry)


def recorded_with(written: CTE) -> CTE:
    """An INSERT of the entry within another statement, if that one wrote a row (PostgreSQL only)."""
    table = AuditEntry.metadata.tables["audit_entry"]
    values = [bindparam(PREFIX + each.name, type_=each.type) for each in table.columns]
    return (
        insert(table)
        .from_select([each.name for each in table.columns], select(*values).select_from(written))
        .cte("recorded")
    )


def record_outside(
    session: AsyncSession,
    tag: str,
    *,
    account_id: UUID | None = None,
    object_id: UUID | None = None,
    study_id: UUID | None = None,
    **details: Any,
) -> None:
    """Record something done by an account outside its studies, or by nobody signed in."""
    session.add(
        AuditEntry(
            tag=tag,
            account_id=account_id,
            object_id=object_id,
            study_id=study_id,
            details=details,
        )
    )


@cache
def _insert() -> Insert:
    table = AuditEntry.metadata.tables["audit_entry"]
    return insert(table).values(
        {each.name: bindparam(PREFIX + each.name) for each in table.columns}
    )

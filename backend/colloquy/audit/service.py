"""Writes the audit log, always in the transaction of the thing itself."""

from functools import cache
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import Insert, bindparam, insert
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit.models import AuditEntry
from colloquy.core.clock import now
from colloquy.core.ids import new_id


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


async def record_at_once(session: AsyncSession, actor: Doer, tag: str, object_id: UUID) -> None:
    """As `record`, by a statement of its own: cheaper, for what is done by everybody all the time."""
    row: dict[str, Any] = {
        "id": new_id(),
        "created_at": now(),
        "tag": tag,
        "account_id": actor.account_id,
        "study_id": actor.study_id,
        "object_id": object_id,
        "details": {},
    }
    await session.exec(_entry(), params=row)


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
def _entry() -> Insert:
    table = AuditEntry.metadata.tables["audit_entry"]
    return insert(table).values({each.name: bindparam(each.name) for each in table.columns})

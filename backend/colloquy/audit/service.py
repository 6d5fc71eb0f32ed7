"""Writes the audit log, always in the transaction of the thing itself."""

from typing import Any, Protocol
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit.models import AuditEntry


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

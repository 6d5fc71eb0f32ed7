"""Writes the audit log, always in the transaction of the thing itself."""

from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.models import AuditEntry


def record(
    session: AsyncSession,
    actor: Actor,
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

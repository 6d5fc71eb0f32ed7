"""Deviations from the plan while a round runs, each with its reason, kept for the report."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.rounds.models import Round, RoundChange
from colloquy.rounds.running import queries as running_queries
from colloquy.rounds.running.schemas import ChangeKind, ChangeRead


def note_change(
    session: AsyncSession, actor: Actor, round_: Round, kind: str, reason: str, **details: Any
) -> None:
    """Keep what was changed of a running round and why."""
    session.add(
        RoundChange(
            round_id=round_.id,
            kind=kind,
            reason=reason,
            by_member_id=actor.member_id,
            details=details,
        )
    )


async def changes_of(session: AsyncSession, round_id: UUID) -> Sequence[RoundChange]:
    """What was changed of a round while it ran, oldest first."""
    return await running_queries.changes(session, round_id)


def read_change(row: RoundChange) -> ChangeRead:
    """A deviation as everybody who was asked is told of it."""
    return ChangeRead(
        kind=ChangeKind(row.kind),
        reason=row.reason,
        at=row.created_at,
        closes_at=row.details.get("closes_at"),
    )

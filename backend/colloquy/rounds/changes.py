"""Deviations from the plan while a round runs, each with its reason, kept for the report."""

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.rounds.models import Round, RoundChange
from colloquy.rounds.run_schemas import ChangeRead


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


def read_change(row: RoundChange) -> ChangeRead:
    """A deviation as everybody who was asked is told of it."""
    return ChangeRead(
        kind=row.kind, reason=row.reason, at=row.created_at, closes_at=row.details.get("closes_at")
    )

"""The end of a series of unlinkable rounds: its key is destroyed, and with it the last thread."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.rounds import policy
from colloquy.rounds.models import Round, RoundState, SeriesKey


async def end_series(session: AsyncSession, actor: Actor, round_: Round) -> None:
    """Destroy the key that pairs answers; nothing brings it back, and no round can follow."""
    found = await session.exec(
        select(SeriesKey).where(SeriesKey.series_id == round_.series_id).with_for_update()
    )
    key = found.first()
    if not policy.is_unlinkable(round_) or key is None:
        raise Conflict("Only a series of unlinkable rounds that has opened has a key to destroy.")
    if key.secret is None:
        raise Conflict("This series has ended already, and its key is destroyed.")
    if running := await _still_running(session, round_):
        raise Conflict(f"“{running}” is not closed yet. Close every round of the series first.")
    key.secret, key.destroyed_at = None, now()
    session.add(key)
    record(session, actor, "round:series:ended", round_.series_id)


async def _still_running(session: AsyncSession, round_: Round) -> str | None:
    """The title of a round of the series whose row is not closed, so that its answers keep times."""
    found = await session.exec(
        select(Round.title)
        .where(
            Round.series_id == round_.series_id,
            col(Round.state).not_in((RoundState.CLOSED, RoundState.DRAFT)),
        )
        .limit(1)
    )
    return found.first()

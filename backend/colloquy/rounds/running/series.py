"""The end of a series of unlinkable rounds: its key is destroyed, and with it the last thread."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.rounds import policy
from colloquy.rounds.models import Round
from colloquy.rounds.running import queries as running_queries


async def end_series(session: AsyncSession, actor: Actor, round_: Round) -> None:
    """Destroy the key that pairs answers; nothing brings it back, and no round can follow."""
    key = await running_queries.key(session, round_.series_id, lock=True)
    if not policy.is_unlinkable(round_) or key is None:
        raise Conflict("Only a series of unlinkable rounds that has opened has a key to destroy.")
    if key.secret is None:
        raise Conflict("This series has ended already, and its key is destroyed.")
    if running := await running_queries.unsettled_round(session, round_.series_id):
        raise Conflict(f"“{running}” is not closed yet. Close every round of the series first.")
    key.secret, key.destroyed_at = None, now()
    session.add(key)
    record(session, actor, "round:series:ended", round_.series_id)

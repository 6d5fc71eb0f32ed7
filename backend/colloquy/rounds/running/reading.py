"""How a round runs, put together for the team."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds.models import Round
from colloquy.rounds.running import queries as running_queries
from colloquy.rounds.running.changes import read_change
from colloquy.rounds.running.scheduling import next_reminder_at
from colloquy.rounds.running.schemas import RoundStandingRead


async def read_running(session: AsyncSession, round_: Round) -> RoundStandingRead:
    """A round's grace, reminders and series, and what was changed of it and why."""
    key = await running_queries.key(session, round_.series_id)
    return RoundStandingRead(
        grace_minutes=round_.grace_minutes,
        remind_hours=round_.remind_hours,
        next_reminder_at=next_reminder_at(
            round_, await running_queries.newest_reminder(session, round_.id)
        ),
        is_series_ended=key is not None and key.secret is None,
        series_ended_at=key.destroyed_at if key else None,
        changes=[read_change(row) for row in await running_queries.changes(session, round_.id)],
    )

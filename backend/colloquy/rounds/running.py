"""How a round runs, put together for the team."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds.changes import changes_of, read_change
from colloquy.rounds.models import Round
from colloquy.rounds.reminding import newest_reminder
from colloquy.rounds.respondents import find_key
from colloquy.rounds.run_schemas import RoundStandingRead
from colloquy.rounds.scheduling import next_reminder_at


async def read_running(session: AsyncSession, round_: Round) -> RoundStandingRead:
    """A round's grace, reminders and series, and what was changed of it and why."""
    key = await find_key(session, round_.series_id)
    return RoundStandingRead(
        grace_minutes=round_.grace_minutes,
        remind_hours=round_.remind_hours,
        next_reminder_at=next_reminder_at(round_, await newest_reminder(session, round_.id)),
        is_series_ended=key is not None and key.secret is None,
        changes=[read_change(row) for row in await changes_of(session, round_.id)],
    )

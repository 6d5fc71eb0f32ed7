"""Background entry points of rounds."""

from colloquy.core.work import JobContext
from colloquy.rounds.messages import CloseRound, OpenRound, RemindRound
from colloquy.rounds.running import reminding, scheduling


async def open_round(context: JobContext, task: OpenRound) -> None:
    """The job: open a round whose time has come."""
    async with context.runtime.unit_of_work() as session:
        await scheduling.catch_up(session, task.round_id, context.runtime.settings)


async def close_round(context: JobContext, task: CloseRound) -> None:
    """The job: close a round when its window has passed."""
    async with context.runtime.unit_of_work() as session:
        await scheduling.catch_up(session, task.round_id, context.runtime.settings)


async def remind_round(context: JobContext, task: RemindRound) -> None:
    """The job: remind those who have not finished, and come back for the next reminder."""
    async with context.runtime.unit_of_work() as session:
        await reminding.remind_when_due(session, task.round_id, context.runtime.settings)

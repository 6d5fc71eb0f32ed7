"""Background entry points of rounds."""

from colloquy.core.work import JobContext
from colloquy.rounds import service
from colloquy.rounds.messages import CloseRound


async def close_round(context: JobContext, task: CloseRound) -> None:
    """The job: close a round when its window has passed."""
    async with context.runtime.unit_of_work() as session:
        await service.close_when_due(session, task.round_id)

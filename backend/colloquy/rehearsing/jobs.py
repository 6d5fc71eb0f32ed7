"""Background entry points of rehearsals."""

import asyncio

from colloquy.core.work import JobContext
from colloquy.rehearsing import service
from colloquy.rehearsing.acting import Play
from colloquy.rehearsing.messages import EndRehearsal, PlayPeople

TICK_SECONDS = 0.4


async def play_people(context: JobContext, task: PlayPeople) -> None:
    """The job: let simulated people act until the rehearsal ends, or this work is taken away."""
    play = Play(context.runtime, task.rehearsal_id)
    try:
        while await play.step():
            await context.progress(0.0)
            await asyncio.sleep(TICK_SECONDS)
    finally:
        await play.leave()


async def end_rehearsal(context: JobContext, task: EndRehearsal) -> None:
    """The job: delete a rehearsal that nobody ended."""
    async with context.runtime.unit_of_work() as session:
        await service.end_forgotten(session, task.rehearsal_id)

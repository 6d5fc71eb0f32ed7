"""Background entry points of meetings."""

from contextlib import suppress

from colloquy.core.work import JobContext
from colloquy.meetings.ending import EndedByClock, end_forgotten
from colloquy.meetings.running.tasks import EndForgotten


async def end_forgotten_meeting(context: JobContext, task: EndForgotten) -> None:
    """The job: end a meeting that nobody ended."""
    with suppress(EndedByClock):
        async with context.runtime.unit_of_work() as session:
            await end_forgotten(session, task.meeting_id, context.runtime.settings)

"""A meeting that nobody ended is ended by the clock, at its time, whenever that is noticed."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit.service import record_outside
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.core.events import announce
from colloquy.core.ids import new_id
from colloquy.core.settings import Settings
from colloquy.meetings import folding, log
from colloquy.meetings.log import Said
from colloquy.meetings.models import Meeting, MeetingState
from colloquy.meetings.polling.service import close_poll
from colloquy.meetings.running.messages import MeetingEnding
from colloquy.meetings.state import LiveState


class EndedByClock(Conflict):
    """The meeting was found to be over; that it ended is kept, what was asked is not done."""

    is_kept = True


def due_at(state: LiveState, settings: Settings) -> datetime | None:
    """When a running meeting ends by itself, if nobody ends it before."""
    if state.phase != "live" or state.started_at is None:
        return None
    return state.started_at + timedelta(hours=settings.meeting_hours)


async def end_when_due(
    session: AsyncSession, meeting: Meeting, state: LiveState, settings: Settings
) -> None:
    """End a locked meeting whose time has passed, and tell whoever asked for something in it."""
    due = due_at(state, settings)
    if due is None or now() < due:
        return
    if poll := state.open_poll:
        closed = await close_poll(session, settings, meeting, poll.id)
        await _write(session, meeting, Said("poll_closed", closed))
    await announce(session, MeetingEnding(meeting))
    meeting.state, meeting.ended_at = MeetingState.ENDED, due
    await _write(session, meeting, Said("meeting_ended", {"is_by_clock": True}))
    record_outside(
        session,
        "meeting:meeting:ended",
        study_id=meeting.study_id,
        object_id=meeting.id,
        by="clock",
    )
    raise EndedByClock(
        f"The meeting ended by itself, because nobody ended it in {settings.meeting_hours:g} hours. "
        "Everything that was said, voted and written before is kept."
    )


async def end_forgotten(session: AsyncSession, meeting_id: UUID, settings: Settings) -> None:
    """End a meeting whose time has passed, unless somebody ended it before."""
    meeting = await log.lock(session, meeting_id)
    await end_when_due(session, meeting, await folding.read_state(session, meeting_id), settings)


async def _write(session: AsyncSession, meeting: Meeting, said: Said) -> None:
    await log.append(session, meeting, said, by=None, command_id=new_id())

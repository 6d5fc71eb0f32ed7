"""The append-only log of a meeting: read in order, written under the meeting's row lock.

The lock is what makes `seq` run from 1 without gaps: a number is taken and its event written in one
transaction, while every other writer of this meeting waits.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import outbox
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound
from colloquy.meetings import queries
from colloquy.meetings.envelope import Envelope, channel
from colloquy.meetings.messages import EVENT, LiveEvent
from colloquy.meetings.models import Meeting, MeetingEvent

APPENDED = "has appended to a meeting's log"


class Said(NamedTuple):
    """What is to be written: the type of an event and its own fields."""

    type: str
    payload: dict[str, Any]


async def lock(session: AsyncSession, meeting_id: UUID) -> Meeting:
    """The meeting as it is now; nobody else writes to its log until this transaction ends."""
    meeting = await queries.lock_meeting(session, meeting_id)
    if meeting is None:
        raise NotFound("There is no such meeting in this study.")
    return meeting


async def append(
    session: AsyncSession, meeting: Meeting, said: Said, *, by: UUID | None, command_id: UUID
) -> LiveEvent:
    """Write the next event of a locked meeting; browsers are told once the transaction holds."""
    meeting.last_seq += 1
    event = EVENT.validate_python(
        {"type": said.type, "seq": meeting.last_seq, "at": now(), "by": by, **said.payload}
    )
    session.add(meeting)
    session.add(
        MeetingEvent(
            meeting_id=meeting.id,
            seq=event.seq,
            at=event.at,
            type=event.type,
            member_id=by,
            command_id=command_id,
            payload=event.model_dump(mode="json", exclude={"type", "seq", "at", "by"}),
        )
    )
    envelope = Envelope.of_event(event)
    outbox.tell(session, channel(meeting.id), envelope.pack())
    session.info[APPENDED] = True
    return event


async def append_once(
    session: AsyncSession, meeting: Meeting, said: Said, *, by: UUID, command_id: UUID
) -> int:
    """Write an event unless this very command wrote it before; either way, its number."""
    if earlier := await find_earlier(session, meeting, by=by, command_id=command_id):
        return earlier
    return (await append(session, meeting, said, by=by, command_id=command_id)).seq


async def find_earlier(
    session: AsyncSession, meeting: Meeting, *, by: UUID, command_id: UUID
) -> int | None:
    """The number of the event that this command wrote, if it was obeyed before."""
    earlier = await queries.event_of(session, meeting.id, command_id)
    if earlier is None:
        return None
    if earlier.member_id != by:
        raise Conflict("This could not be told from somebody else's action. Please try again.")
    return earlier.seq


def has_appended(session: AsyncSession) -> bool:
    """True where this transaction has written to a log."""
    return APPENDED in session.info


def as_events(rows: Iterable[MeetingEvent]) -> Iterable[LiveEvent]:
    """Rows of the log as events."""
    return (as_event(row) for row in rows)


def as_event(row: MeetingEvent) -> LiveEvent:
    """A row of the log as the event it was written from."""
    return EVENT.validate_python(
        {"type": row.type, "seq": row.seq, "at": row.at, "by": row.member_id, **row.payload}
    )

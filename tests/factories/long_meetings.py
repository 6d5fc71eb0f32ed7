"""Meetings whose log is long already, written at once, as the log would hold it."""

from datetime import timedelta

from sqlalchemy import insert
from sqlmodel import col, update

from colloquy.core.clock import now
from colloquy.core.ids import new_id
from colloquy.meetings.models import Meeting as Row
from colloquy.meetings.models import MeetingEvent
from tests.factories.meetings import Meeting
from tests.factories.studies import Study
from tests.support.lab import Lab


async def raise_and_withdraw(lab: Lab, study: Study, meeting: Meeting, times: int) -> int:
    """A hand goes up or down again and again; answers the newest number of the log."""
    first = (await meeting.state(study.lead))["seq"]
    began = now() - timedelta(hours=3)
    member = study.panel[0].id
    rows = [
        {
            "id": new_id(),
            "created_at": began,
            "meeting_id": meeting.id,
            "seq": first + number,
            "at": began + timedelta(seconds=number),
            "type": "hand_raised" if number % 2 else "hand_lowered",
            "member_id": member,
            "command_id": new_id(),
            "payload": {"kind": "speak"} if number % 2 else {"member_id": str(member)},
        }
        for number in range(1, times + 1)
    ]
    async with lab.writing() as session:
        connection = await session.connection()
        await connection.execute(insert(MeetingEvent.metadata.tables["meeting_event"]), rows)
        await session.exec(
            update(Row).where(col(Row.id) == meeting.id).values(last_seq=first + times)
        )
    return first + times

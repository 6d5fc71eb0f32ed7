"""What the log says of the agenda while it runs."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.facts import Attendee, Event
from colloquy.meetings.planning.events import AgendaPoint


class MeetingStarted(Event):
    """The chair began the meeting, with those who were in the lobby."""

    type: Literal["meeting_started"]
    present: list[Attendee]


class AgendaItemAdded(Event):
    """A point was added while the meeting ran."""

    type: Literal["agenda_item_added"]
    item: AgendaPoint


class ItemPresented(Event):
    """A point of the agenda is on show."""

    type: Literal["item_presented"]
    item_id: UUID


class MeetingEnded(Event):
    """The chair closed the meeting."""

    type: Literal["meeting_ended"]


RunningEvent = MeetingStarted | AgendaItemAdded | ItemPresented | MeetingEnded

"""What the log says of the agenda while it runs."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.facts import Attendee, Event
from colloquy.meetings.planning.events import AgendaPoint


class MeetingStarted(Event):
    """The meeting was begun, with those who were in the lobby; `by` holds the chair from here on."""

    type: Literal["meeting_started"]
    present: list[Attendee]


class MeetingPaused(Event):
    """A break: nobody has the floor, and the time is not counted."""

    type: Literal["meeting_paused"]


class MeetingResumed(Event):
    """The break is over."""

    type: Literal["meeting_resumed"]


class AgendaItemAdded(Event):
    """A point was added while the meeting ran, before another one or at the end."""

    type: Literal["agenda_item_added"]
    item: AgendaPoint
    before: UUID | None


class AgendaItemMoved(Event):
    """A point that is to come was moved before another one or to the end."""

    type: Literal["agenda_item_moved"]
    item_id: UUID
    before: UUID | None


class ItemPresented(Event):
    """A point of the agenda is on show."""

    type: Literal["item_presented"]
    item_id: UUID


class AgendaItemTimed(Event):
    """A point that is on show or to come is given so many minutes from now on."""

    type: Literal["agenda_item_timed"]
    item_id: UUID
    minutes: int


class ItemSkipped(Event):
    """A point that was to come is left out."""

    type: Literal["item_skipped"]
    item_id: UUID


class ItemPutBack(Event):
    """A point that was skipped, or that has been on show, is to come again; it may have moved."""

    type: Literal["item_put_back"]
    item_id: UUID
    before: UUID | None


class MeetingEnded(Event):
    """The meeting is over: closed by the chair, or by the clock because nobody closed it."""

    type: Literal["meeting_ended"]
    is_by_clock: bool


RunningEvent = (
    MeetingStarted
    | MeetingPaused
    | MeetingResumed
    | AgendaItemAdded
    | AgendaItemMoved
    | AgendaItemTimed
    | ItemPresented
    | ItemSkipped
    | ItemPutBack
    | MeetingEnded
)

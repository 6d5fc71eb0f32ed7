"""The commands that run the agenda."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.planning.schemas import AgendaItemIn
from colloquy.meetings.schemas import Command


class Start(Command):
    """Begin the meeting."""

    type: Literal["start"]


class PresentItem(Command):
    """Put a point of the agenda on show."""

    type: Literal["present"]
    item_id: UUID


class AddItem(Command, AgendaItemIn):
    """Add a point to the agenda while the meeting runs."""

    type: Literal["add_item"]


class EndMeeting(Command):
    """Close the meeting for everybody."""

    type: Literal["end"]


RunningCommand = Start | PresentItem | AddItem | EndMeeting

"""The commands that run the agenda."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.planning.schemas import AgendaItemIn
from colloquy.meetings.schemas import Command, Minutes


class Start(Command):
    """Begin the meeting, and hold the chair."""

    type: Literal["start"]


class Pause(Command):
    """Take a break; its time is not counted."""

    type: Literal["pause"]


class Resume(Command):
    """End the break."""

    type: Literal["resume"]


class PresentItem(Command):
    """Put a point of the agenda on show."""

    type: Literal["present"]
    item_id: UUID


class SkipItem(Command):
    """Leave out a point that is to come."""

    type: Literal["skip"]
    item_id: UUID


class PutBackItem(Command):
    """Let a point come again: before another one, or at the end."""

    type: Literal["put_back"]
    item_id: UUID
    before: UUID | None


class MoveItem(Command):
    """Move a point that is to come before another one, or to the end."""

    type: Literal["move_item"]
    item_id: UUID
    before: UUID | None


class TimeItem(Command):
    """Give a point that is on show or to come more minutes, or fewer."""

    type: Literal["time_item"]
    item_id: UUID
    minutes: Minutes


class AddItem(Command, AgendaItemIn):
    """Add a point to the agenda while the meeting runs: before another one, or at the end."""

    type: Literal["add_item"]
    before: UUID | None = None


class EndMeeting(Command):
    """Close the meeting for everybody."""

    type: Literal["end"]


RunningCommand = (
    Start
    | Pause
    | Resume
    | PresentItem
    | SkipItem
    | PutBackItem
    | MoveItem
    | TimeItem
    | AddItem
    | EndMeeting
)

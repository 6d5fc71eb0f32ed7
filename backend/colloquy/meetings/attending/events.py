"""What the log says of who came, and what is told beside it of who is here."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.facts import Attendee, Event, Fact


class Attended(Event):
    """Somebody came in for the first time."""

    type: Literal["attended"]
    attendee: Attendee


class Present(Attendee):
    """A person whose browser is connected now; away means that it shows something else."""

    is_away: bool


class WhoIsHere(Fact):
    """Everybody who is here now."""

    type: Literal["presence"]
    here: list[Present]


class CameAndWent(Fact):
    """Who came, or changed, and who went since the last such notice."""

    type: Literal["came_and_went"]
    came: list[Present]
    went: list[UUID]


AttendingEvent = Attended

"""What the log says of who came, and what is told beside it of who is here."""

from typing import Literal

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


AttendingEvent = Attended

"""The end of a round as a calendar file (iCalendar, RFC 5545)."""

from datetime import datetime, timedelta
from typing import Any, cast

from icalendar import Alarm, Calendar, Event

from colloquy.core.clock import now
from colloquy.rounds.models import Round

WARNING = timedelta(days=1)
LENGTH = timedelta(minutes=30)


def write_calendar(round_: Round, *, study: str, url: str) -> str:
    """The last half hour of a round as an event that reminds a day ahead.

    Times are in UTC, so that every calendar shows them in its owner's zone, across clock changes
    too. Sent again after the closing time moved, it takes the place of the event before.
    """
    ends: datetime = round_.closes_at or now()
    # the library gives its methods no types that a strict checker takes
    event = cast("Any", Event())
    event.add("uid", f"{round_.id}@colloquy")
    event.add("dtstamp", now())
    # later files are newer, and a closing time only ever moves to a later moment
    event.add("sequence", max(0, int((ends - round_.created_at).total_seconds() // 60)))
    event.add("dtstart", ends - LENGTH)
    event.add("dtend", ends)
    event.add("summary", f"Closes: {round_.title}")
    event.add("description", f"{study}: {round_.title} closes at the end of this time.\n{url}")
    event.add("url", url)
    event.add("transp", "TRANSPARENT")
    alarm = cast("Any", Alarm())
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{round_.title} closes tomorrow")
    alarm.add("trigger", -WARNING)
    event.add_component(alarm)
    calendar = cast("Any", Calendar())
    calendar.add("prodid", "-//Colloquy//Rounds//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()

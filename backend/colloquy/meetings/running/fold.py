"""Where a meeting stands on its agenda."""

from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from colloquy.meetings.attending.fold import AttendingPart
from colloquy.meetings.facts import Changes, Fact, Steps
from colloquy.meetings.planning.fold import PlanningPart
from colloquy.meetings.running.events import (
    AgendaItemAdded,
    ItemPresented,
    MeetingEnded,
    MeetingStarted,
)

Phase: TypeAlias = Literal["lobby", "live", "ended"]


class Shown(Fact):
    """The point that is on show, and since when."""

    item_id: UUID
    since: datetime


class RunningPart(Fact):
    """Whether a meeting runs, and what is on show."""

    phase: Phase
    started_at: datetime | None
    ended_at: datetime | None
    shown: Shown | None


BEGINNING: dict[str, Any] = {
    "phase": "lobby",
    "started_at": None,
    "ended_at": None,
    "shown": None,
}


def _start(state: AttendingPart, event: MeetingStarted) -> Changes:
    people = state.people | {attendee.id: attendee for attendee in event.present}
    return {"phase": "live", "started_at": event.at, "people": people}


def _add_item(state: PlanningPart, event: AgendaItemAdded) -> Changes:
    return {"agenda": [*state.agenda, event.item]}


def _present(_state: RunningPart, event: ItemPresented) -> Changes:
    return {"shown": Shown(item_id=event.item_id, since=event.at)}


def _end(_state: RunningPart, event: MeetingEnded) -> Changes:
    return {"phase": "ended", "ended_at": event.at}


STEPS: Steps = {
    "meeting_started": _start,
    "agenda_item_added": _add_item,
    "item_presented": _present,
    "meeting_ended": _end,
}

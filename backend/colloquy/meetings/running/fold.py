"""Where a meeting stands on its agenda, and how much time it has used.

Time is counted by a clock of the meeting's own, which stands still while the meeting is paused.
"""

from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from colloquy.meetings.attending.fold import AttendingPart
from colloquy.meetings.facts import Changes, Fact, Steps, milliseconds
from colloquy.meetings.planning.events import AgendaPoint
from colloquy.meetings.planning.fold import PlanningPart
from colloquy.meetings.running.events import (
    AgendaItemAdded,
    AgendaItemMoved,
    AgendaItemTimed,
    ItemPresented,
    ItemPutBack,
    ItemSkipped,
    MeetingEnded,
    MeetingPaused,
    MeetingResumed,
    MeetingStarted,
)

Phase: TypeAlias = Literal["lobby", "live", "ended"]


class Shown(Fact):
    """The point that is on show, since when, and what the meeting's clock said then."""

    item_id: UUID
    since: datetime
    clock_ms: int


class RunningPart(PlanningPart):
    """Whether a meeting runs, what is on show, what has been dealt with, and the time it took."""

    phase: Phase
    started_at: datetime | None
    ended_at: datetime | None
    is_ended_by_clock: bool
    paused_at: datetime | None
    paused_ms: int
    shown: Shown | None
    used: dict[UUID, int]
    done: list[UUID]
    skipped: list[UUID]

    def is_to_come(self, item_id: UUID) -> bool:
        """True for a point that is neither on show nor dealt with nor skipped."""
        is_shown = self.shown is not None and self.shown.item_id == item_id
        return not is_shown and item_id not in self.done and item_id not in self.skipped

    def clock_ms(self, at: datetime) -> int:
        """What the meeting's own clock says at a moment, in milliseconds."""
        if self.started_at is None:
            return 0
        return milliseconds(self.started_at, self.paused_at or self.ended_at or at) - self.paused_ms


BEGINNING: dict[str, Any] = {
    "phase": "lobby",
    "started_at": None,
    "ended_at": None,
    "is_ended_by_clock": False,
    "paused_at": None,
    "paused_ms": 0,
    "shown": None,
    "used": {},
    "done": [],
    "skipped": [],
}


def placed(agenda: list[AgendaPoint], item: AgendaPoint, before: UUID | None) -> list[AgendaPoint]:
    """The agenda with a point put before another one, or at the end."""
    rest = [point for point in agenda if point.id != item.id]
    place = next((n for n, point in enumerate(rest) if point.id == before), len(rest))
    return [*rest[:place], item, *rest[place:]]


def _start(state: AttendingPart, event: MeetingStarted) -> Changes:
    people = state.people | {attendee.id: attendee for attendee in event.present}
    return {"phase": "live", "started_at": event.at, "people": people}


def _pause(_state: RunningPart, event: MeetingPaused) -> Changes:
    return {"paused_at": event.at}


def _resume(state: RunningPart, event: MeetingResumed) -> Changes:
    if state.paused_at is None:
        return {}
    paused = milliseconds(state.paused_at, event.at)
    return {"paused_at": None, "paused_ms": state.paused_ms + paused}


def _add_item(state: RunningPart, event: AgendaItemAdded) -> Changes:
    return {"agenda": placed(state.agenda, event.item, event.before)}


def _move(state: RunningPart, event: AgendaItemMoved | ItemPutBack) -> Changes:
    item = state.item(event.item_id)
    return {"agenda": placed(state.agenda, item, event.before)} if item else {}


def _time(state: RunningPart, event: AgendaItemTimed) -> Changes:
    return {
        "agenda": [
            point.model_copy(update={"minutes": event.minutes})
            if point.id == event.item_id
            else point
            for point in state.agenda
        ]
    }


def _present(state: RunningPart, event: ItemPresented) -> Changes:
    changes = _go_on(state, event.at)
    shown = Shown(item_id=event.item_id, since=event.at, clock_ms=state.clock_ms(event.at))
    return changes | {
        "shown": shown,
        "done": _without(changes["done"], event.item_id),
        "skipped": _without(state.skipped, event.item_id),
    }


def _skip(state: RunningPart, event: ItemSkipped) -> Changes:
    return {"skipped": [*state.skipped, event.item_id]}


def _put_back(state: RunningPart, event: ItemPutBack) -> Changes:
    changes = _move(state, event)
    if state.shown and state.shown.item_id == event.item_id:
        changes |= _go_on(state, event.at)
    return changes | {
        "done": _without(state.done, event.item_id),
        "skipped": _without(state.skipped, event.item_id),
    }


def _end(_state: RunningPart, event: MeetingEnded) -> Changes:
    return {"phase": "ended", "ended_at": event.at, "is_ended_by_clock": event.is_by_clock}


def _go_on(state: RunningPart, at: datetime) -> Changes:
    """Take what is on show off it: its time is added up, and it has been dealt with."""
    if state.shown is None:
        return {"shown": None, "used": state.used, "done": state.done}
    item_id = state.shown.item_id
    used = state.used.get(item_id, 0) + state.clock_ms(at) - state.shown.clock_ms
    return {
        "shown": None,
        "used": state.used | {item_id: used},
        "done": [*_without(state.done, item_id), item_id],
    }


def _without(ids: list[UUID], item_id: UUID) -> list[UUID]:
    return [one for one in ids if one != item_id]


STEPS: Steps = {
    "meeting_started": _start,
    "meeting_paused": _pause,
    "meeting_resumed": _resume,
    "agenda_item_added": _add_item,
    "agenda_item_moved": _move,
    "agenda_item_timed": _time,
    "item_presented": _present,
    "item_skipped": _skip,
    "item_put_back": _put_back,
    "meeting_ended": _end,
}

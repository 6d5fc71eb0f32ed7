"""Who holds the chair."""

from datetime import datetime
from typing import Any
from uuid import UUID

from colloquy.meetings.chairing.events import ChairHanded, ChairLeft, ChairTaken
from colloquy.meetings.facts import Changes, Fact, Steps
from colloquy.meetings.planning.events import AgendaSet
from colloquy.meetings.running.events import MeetingStarted


class Seat(Fact):
    """The person in the chair, and since when."""

    member_id: UUID
    since: datetime


class ChairingPart(Fact):
    """Who holds the chair, and who was named to step in."""

    chair: Seat | None
    deputy_id: UUID | None


BEGINNING: dict[str, Any] = {"chair": None, "deputy_id": None}


def _name_deputy(_state: ChairingPart, event: AgendaSet) -> Changes:
    return {"deputy_id": event.deputy_id}


def _take(_state: ChairingPart, event: MeetingStarted | ChairTaken) -> Changes:
    return {"chair": Seat(member_id=event.by, since=event.at) if event.by else None}


def _hand(_state: ChairingPart, event: ChairHanded) -> Changes:
    return {"chair": Seat(member_id=event.member_id, since=event.at)}


def _leave(_state: ChairingPart, _event: ChairLeft) -> Changes:
    return {"chair": None}


STEPS: Steps = {
    "agenda_set": _name_deputy,
    "meeting_started": _take,
    "chair_handed": _hand,
    "chair_taken": _take,
    "chair_left": _leave,
}

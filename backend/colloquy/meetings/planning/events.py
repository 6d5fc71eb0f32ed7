"""What the log says of the plan."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.facts import Event, Fact


class AgendaPoint(Fact):
    """A point of the agenda."""

    id: UUID
    title: str
    version_id: UUID | None
    minutes: int


class AgendaSet(Event):
    """The agenda was planned or changed before the start."""

    type: Literal["agenda_set"]
    agenda: list[AgendaPoint]


PlanningEvent = AgendaSet

"""What the log says of the plan."""

from typing import Literal, TypeAlias
from uuid import UUID

from colloquy.meetings.facts import Event, Fact

PointKind: TypeAlias = Literal["present", "discuss", "small_groups", "poll", "decide"]


class AgendaPoint(Fact):
    """A point of the agenda: what is to be done in it, and in how many minutes."""

    id: UUID
    title: str
    kind: PointKind
    version_id: UUID | None
    minutes: int


class AgendaSet(Event):
    """The agenda was planned or changed before the start."""

    type: Literal["agenda_set"]
    agenda: list[AgendaPoint]
    deputy_id: UUID | None


PlanningEvent = AgendaSet

"""What the plan leaves in the state of a meeting."""

from typing import Any
from uuid import UUID

from colloquy.meetings.facts import Changes, Fact, Steps
from colloquy.meetings.planning.events import AgendaPoint, AgendaSet


class PlanningPart(Fact):
    """The agenda in its present order: as it was planned, and as it was changed since."""

    agenda: list[AgendaPoint]

    def item(self, item_id: UUID) -> AgendaPoint | None:
        """The point of the agenda with this id."""
        return next((item for item in self.agenda if item.id == item_id), None)


BEGINNING: dict[str, Any] = {"agenda": []}


def _set_agenda(_state: PlanningPart, event: AgendaSet) -> Changes:
    return {"agenda": event.agenda}


STEPS: Steps = {
    "agenda_set": _set_agenda,
}

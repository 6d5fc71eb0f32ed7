"""The decisions and actions that stand."""

from datetime import datetime
from typing import Any
from uuid import UUID

from colloquy.meetings.deciding.events import (
    Outcome,
    OutcomeCorrected,
    OutcomeNoted,
    OutcomeWithdrawn,
)
from colloquy.meetings.facts import Changes, Fact, Steps


class OutcomeState(Outcome):
    """A decision or an action, when it was noted, and when it was last corrected."""

    noted_at: datetime
    corrected_at: datetime | None


class DecidingPart(Fact):
    """What was decided and who does what, in the order in which it was noted."""

    outcomes: list[OutcomeState]

    def outcome(self, outcome_id: UUID) -> OutcomeState | None:
        """The decision or action with this id, if it stands."""
        return next((one for one in self.outcomes if one.id == outcome_id), None)


BEGINNING: dict[str, Any] = {"outcomes": []}


def _note(state: DecidingPart, event: OutcomeNoted) -> Changes:
    noted = OutcomeState(**event.outcome.model_dump(), noted_at=event.at, corrected_at=None)
    return {"outcomes": [*state.outcomes, noted]}


def _correct(state: DecidingPart, event: OutcomeCorrected) -> Changes:
    changes = event.outcome.model_dump() | {"corrected_at": event.at}
    return {
        "outcomes": [
            one.model_copy(update=changes) if one.id == event.outcome.id else one
            for one in state.outcomes
        ]
    }


def _withdraw(state: DecidingPart, event: OutcomeWithdrawn) -> Changes:
    return {"outcomes": [one for one in state.outcomes if one.id != event.outcome_id]}


STEPS: Steps = {
    "outcome_noted": _note,
    "outcome_corrected": _correct,
    "outcome_withdrawn": _withdraw,
}

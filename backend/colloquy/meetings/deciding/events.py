"""What the log says of decisions and actions."""

from datetime import date
from typing import Literal, TypeAlias
from uuid import UUID

from colloquy.meetings.facts import Event, Fact

OutcomeKind: TypeAlias = Literal["decision", "action"]


class Outcome(Fact):
    """What was decided, or who does what by when."""

    id: UUID
    kind: OutcomeKind
    item_id: UUID | None
    text: str
    who: str
    due: date | None


class OutcomeNoted(Event):
    """A decision or an action was noted."""

    type: Literal["outcome_noted"]
    outcome: Outcome


class OutcomeCorrected(Event):
    """What was noted reads otherwise from here on."""

    type: Literal["outcome_corrected"]
    outcome: Outcome


class OutcomeWithdrawn(Event):
    """What was noted does not stand."""

    type: Literal["outcome_withdrawn"]
    outcome_id: UUID


DecidingEvent = OutcomeNoted | OutcomeCorrected | OutcomeWithdrawn

"""The commands that note decisions and actions."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from colloquy.meetings.deciding.events import OutcomeKind
from colloquy.meetings.schemas import Command

OutcomeText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)
]
Who = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class NoteOutcome(Command):
    """Note a decision, or an action with who does it and by when."""

    type: Literal["note_outcome"]
    kind: OutcomeKind
    item_id: UUID | None
    text: OutcomeText
    who: Who = ""
    due: date | None = None


class CorrectOutcome(Command):
    """Let what was noted read otherwise."""

    type: Literal["correct_outcome"]
    outcome_id: UUID
    text: OutcomeText
    who: Who = ""
    due: date | None = None


class WithdrawOutcome(Command):
    """Take back what was noted."""

    type: Literal["withdraw_outcome"]
    outcome_id: UUID = Field(description="the decision or action")


DecidingCommand = NoteOutcome | CorrectOutcome | WithdrawOutcome

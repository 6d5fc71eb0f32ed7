"""The commands of polls, and votes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from colloquy.meetings.schemas import Command, Title

Choice = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class OpenPoll(Command):
    """Put a question to the room."""

    type: Literal["open_poll"]
    prompt: Title
    choices: list[Choice] = Field(min_length=2, max_length=12)
    item_id: UUID | None

    @field_validator("choices")
    @classmethod
    def differ(cls, choices: list[str]) -> list[str]:
        """Refuse two choices that read the same."""
        if len({choice.casefold() for choice in choices}) != len(choices):
            raise ValueError("Two of the choices are the same. Please make each one different.")
        return choices


class ClosePoll(Command):
    """End the voting and show what came of it."""

    type: Literal["close_poll"]
    poll_id: UUID


class VoteCast(BaseModel):
    """A vote, or a change of mind before the close."""

    model_config = ConfigDict(extra="forbid")

    command_id: UUID
    choice: str = Field(max_length=120)


class VoteRead(BaseModel):
    """My vote as it is kept, and how many have voted."""

    choice: str
    changed_at: datetime
    voted: int


PollingCommand = OpenPoll | ClosePoll

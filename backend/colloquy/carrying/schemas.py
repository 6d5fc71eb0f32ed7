"""What comes in and goes out about questions that are put both to the room and in a round."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from colloquy.meetings.polling.events import PollKind
from colloquy.meetings.polling.fold import PollState
from colloquy.rounds.models import RoundState
from colloquy.rounds.results.figures import QuestionResult
from colloquy.rounds.schemas import Title


class CarryIn(BaseModel):
    """The draft of a round that a poll's question is to be asked in: one that is there, or a new one.

    A new one is for the groups that the meeting was for.
    """

    model_config = ConfigDict(extra="forbid")

    round_id: UUID | None = None
    title: Title | None = None

    @model_validator(mode="after")
    def names_one_draft(self) -> "CarryIn":
        """Refuse two drafts, and none."""
        if (self.round_id is None) == (self.title is None):
            raise ValueError("Choose a draft, or give the title of a new one.")
        return self


class CarriedRead(BaseModel):
    """Where a poll's question is asked now."""

    round_id: UUID
    item_id: UUID
    question_id: UUID


class AskedInRound(BaseModel):
    """A round that asks a poll's question, too, and whether it may be read beside the poll."""

    round_id: UUID
    round_title: str
    question_id: UUID
    state: RoundState


class CarriedPoll(BaseModel):
    """A closed poll of a meeting with the rounds that ask its question, too."""

    poll_id: UUID
    prompt: str
    kind: PollKind
    is_secret: bool
    is_released: bool
    rounds: list[AskedInRound]


class AskableQuestion(BaseModel):
    """A question of a round that can be put to the room."""

    question_id: UUID
    round_title: str
    about: str
    version_id: UUID | None
    kind: PollKind
    prompt: str


class PutToRoom(BaseModel):
    """Put a question of a round to the room; the id makes a retry harmless."""

    model_config = ConfigDict(extra="forbid")

    command_id: UUID
    item_id: UUID | None
    is_secret: bool = False
    quorum: int | None = Field(default=None, ge=1, le=100_000)
    quorum_share: int | None = Field(default=None, ge=1, le=100)

    @model_validator(mode="after")
    def has_one_quorum(self) -> "PutToRoom":
        """Refuse a quorum that is said twice."""
        if self.quorum and self.quorum_share:
            raise ValueError("Give the quorum as a number of people or as a share, not as both.")
        return self


class Apart(StrEnum):
    """Why two sets of answers cannot be counted together, person by person."""

    SECRET = "secret"  # noqa: S105 - a poll, not a password
    UNLINKABLE = "unlinkable"
    WORDS = "words"
    FEW = "few"


class RoomPoll(BaseModel):
    """A poll that put a round's question to the room, with what came of it."""

    meeting_id: UUID
    meeting_title: str
    asked_at: datetime
    poll: PollState
    apart: Apart | None = Field(description="why it is not in the figures of both together")


class QuestionTogether(BaseModel):
    """What came of a question in a round and in the room.

    In `together` whoever answered in both counts once, with the later answer; they are
    `answered_both`. In an unlinkable round nobody knows who answered.
    """

    item_id: UUID
    question_id: UUID
    in_round: QuestionResult
    polls: list[RoomPoll]
    together: QuestionResult | None
    answered_both: int | None

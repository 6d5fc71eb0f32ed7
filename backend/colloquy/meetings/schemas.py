"""What comes in and goes out about meetings."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, field_validator

from colloquy.comments.models import Stance
from colloquy.meetings.messages import Present
from colloquy.meetings.models import MeetingState
from colloquy.meetings.state import LiveState

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Choice = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Minutes = Annotated[int, Field(ge=1, le=480)]


class AgendaItemIn(BaseModel):
    """A point of the agenda; with a version and no title it takes the version's."""

    title: str = Field(default="", max_length=300)
    version_id: UUID | None = None
    minutes: Minutes = 15


class MeetingPlan(BaseModel):
    """A meeting as it is planned; no groups means the whole panel."""

    title: Title
    place: str = Field(default="", max_length=300)
    planned_for: AwareDatetime | None = None
    group_ids: list[UUID] = Field(default_factory=list[UUID], max_length=50)
    agenda: list[AgendaItemIn] = Field(default_factory=list[AgendaItemIn], max_length=60)


class AgendaItemRead(BaseModel):
    """A point of the agenda."""

    id: UUID
    position: int
    title: str
    version_id: UUID | None
    minutes: int


class MeetingListed(BaseModel):
    """A meeting in a list."""

    id: UUID
    stage_id: UUID
    title: str
    place: str
    planned_for: datetime | None
    state: MeetingState
    started_at: datetime | None
    ended_at: datetime | None
    group_ids: list[UUID]
    item_count: int


class MeetingRead(MeetingListed):
    """A meeting with its agenda, and what the reader may do in it."""

    agenda: list[AgendaItemRead]
    may_chair: bool
    may_build: bool
    may_vote: bool
    invited: int | None = Field(description="people sent a link; null for those who do not plan")
    to_invite: int | None


class Invited(BaseModel):
    """How many were sent a link just now, and how many have one in all."""

    sent: int
    invited: int


class StateRead(BaseModel):
    """The whole of a meeting for one person: the log's state and what stands beside the log."""

    seq: int
    now: datetime
    state: LiveState
    here: list[Present]
    voted: dict[UUID, int]
    my_votes: dict[UUID, str]


class Command(BaseModel):
    """An order of the browser; its id makes a retry harmless."""

    model_config = ConfigDict(extra="forbid")

    command_id: UUID


class Start(Command):
    """Begin the meeting."""

    type: Literal["start"]


class PresentItem(Command):
    """Put a point of the agenda on show."""

    type: Literal["present"]
    item_id: UUID


class AddItem(Command, AgendaItemIn):
    """Add a point to the agenda while the meeting runs."""

    type: Literal["add_item"]


class RaiseHand(Command):
    """Ask for the floor."""

    type: Literal["raise_hand"]


class WithdrawHand(Command):
    """Take one's own hand down."""

    type: Literal["withdraw_hand"]


class LowerHand(Command):
    """Take somebody's hand down, as chair."""

    type: Literal["lower_hand"]
    member_id: UUID


class GiveFloor(Command):
    """Let somebody speak; it ends the turn before."""

    type: Literal["give_floor"]
    member_id: UUID


class EndFloor(Command):
    """End the present turn: one's own, or anybody's as chair."""

    type: Literal["end_floor"]


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


class EndMeeting(Command):
    """Close the meeting for everybody."""

    type: Literal["end"]


MeetingCommand = Annotated[
    Start
    | PresentItem
    | AddItem
    | RaiseHand
    | WithdrawHand
    | LowerHand
    | GiveFloor
    | EndFloor
    | OpenPoll
    | ClosePoll
    | EndMeeting,
    Field(discriminator="type"),
]


class Obeyed(BaseModel):
    """The number of the event that a command caused."""

    seq: int


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


class MeetingComment(BaseModel):
    """A comment made in the meeting, with its author's name as everybody there sees it."""

    id: UUID
    member_id: UUID
    name: str
    target_id: UUID
    version_id: UUID | None
    stance: Stance | None
    text: str
    quote: str | None
    made_at: datetime

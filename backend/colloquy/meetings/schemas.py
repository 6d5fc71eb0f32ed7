"""What comes in and goes out about meetings, whatever the room."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from colloquy.meetings.attending.events import Present
from colloquy.meetings.models import MeetingState
from colloquy.meetings.planning.events import PointKind
from colloquy.meetings.polling.events import MyVote
from colloquy.meetings.state import LiveState

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Minutes = Annotated[int, Field(ge=1, le=480)]


class AgendaItemRead(BaseModel):
    """A point of the agenda."""

    id: UUID
    position: int
    title: str
    kind: PointKind
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
    may_record: bool
    code: str
    invited: int | None = Field(description="people sent a link; null for those who do not plan")
    to_invite: int | None
    deputy_id: UUID | None
    time_zone: str = Field(description="in which the minutes give times")


class StateRead(BaseModel):
    """The whole of a meeting for one person: the log's state and what stands beside the log."""

    seq: int
    now: datetime
    state: LiveState
    here: list[Present]
    voted: dict[UUID, int]
    chair_seen_at: datetime | None = Field(description="when the chair's browser was last heard of")
    chair_away_seconds: int
    ends_by_itself_at: datetime | None
    my_votes: dict[UUID, MyVote]
    my_recording_answer: bool | None = Field(description="whether I agree to being recorded")


class Command(BaseModel):
    """An order of the browser; its id makes a retry harmless."""

    model_config = ConfigDict(extra="forbid")

    command_id: UUID


class Obeyed(BaseModel):
    """The number of the event that a command caused."""

    seq: int

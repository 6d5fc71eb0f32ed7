"""What comes in and goes out about the wall."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from colloquy.meetings.polling.fold import PollState
from colloquy.meetings.state import Phase
from colloquy.studies.schemas import GroupRead
from colloquy.theory.schemas import CmocRead

LENGTH = 16


class WallPoint(BaseModel):
    """A point of the agenda."""

    id: UUID
    title: str
    minutes: int
    is_skipped: bool


class WallSpeaker(BaseModel):
    """Who has the floor, by the name that the room knows."""

    name: str
    since: datetime


class WallSmallGroups(BaseModel):
    """People are in small groups: what each talks about, and when all are called back."""

    sent_at: datetime
    ends_at: datetime
    cards: list[str]


class WallMechanism(BaseModel):
    """The words of a mechanism that are on show."""

    title: str
    plain_summary: str
    definition: str
    cmocs: list[CmocRead]


class WallView(BaseModel):
    """What follows from the log; nobody on it but the speaker has a name."""

    phase: Phase
    started_at: datetime | None
    ended_at: datetime | None
    paused_at: datetime | None
    paused_ms: int = Field(description="all breaks so far, which the meeting's clock leaves out")
    agenda: list[WallPoint]
    shown: int | None = Field(description="the place in the agenda of what is on show, from 0")
    shown_ms: int = Field(description="what the meeting's clock said when it came on show")
    speaker: WallSpeaker | None
    hands: int | None = Field(description="how many are up; null where the chair hides them")
    poll: PollState | None = Field(description="open, or the last on what is on show")
    small_groups: WallSmallGroups | None
    is_recorded: bool


class WallRead(WallView):
    """The whole wall; the socket tells it whole each time it changes."""

    type: Literal["wall"]
    now: datetime
    title: str
    place: str
    planned_for: datetime | None
    code: str | None = Field(description="to join with; null once the meeting has ended")
    door: str = Field(description="the address where the code is typed")
    mechanism: WallMechanism | None
    voted: int | None = Field(description="how many have voted in the open poll")
    groups: list[GroupRead]
    is_rehearsal: bool = Field(description="the people are simulated, and nothing is kept")


class ProjectorKeyRead(BaseModel):
    """That there is a projector code, and what it shows; the code itself is shown once, when made."""

    made_at: datetime
    shows_hands: bool


class ProjectorKeyMade(ProjectorKeyRead):
    """A new projector code, to be seen this one time."""

    code: str
    link: str


class ProjectorSettings(BaseModel):
    """What the wall shows."""

    shows_hands: bool


class ProjectorOpen(BaseModel):
    """A projector code as somebody typed it."""

    code: Annotated[str, Field(max_length=60)]

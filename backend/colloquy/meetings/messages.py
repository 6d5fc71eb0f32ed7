"""What is said live: the events of a meeting's log, the frames around them, and nothing else.

An event is written once, into the log, and goes to every browser in that shape. A notice has no
place in the log: losing one is harmless, because the next one says it all again.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

PROTOCOL = 1


class Fact(BaseModel):
    """Something that is said exactly: unknown fields are refused, nothing is left to a default."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AgendaPoint(Fact):
    """A point of the agenda."""

    id: UUID
    title: str
    version_id: UUID | None
    minutes: int


class Attendee(Fact):
    """A person in the meeting, by the name that everybody there sees."""

    id: UUID
    name: str
    group_id: UUID | None


class Present(Attendee):
    """A person whose browser is connected now; away means that it shows something else."""

    is_away: bool


class PollQuestion(Fact):
    """A question put to the room."""

    id: UUID
    item_id: UUID | None
    prompt: str
    choices: list[str]


class PollGroup(Fact):
    """A stakeholder group's votes in the order of the choices; null where the group is too small."""

    group_id: UUID | None
    total: int | None
    counts: list[int] | None


class PollResult(Fact):
    """Votes counted in the order of the choices: everybody's, then each group's."""

    total: int
    counts: list[int]
    groups: list[PollGroup]


class Event(Fact):
    """An entry of the log: its number, when it happened and who did it."""

    seq: int = Field(ge=1)
    at: datetime
    by: UUID | None


class AgendaSet(Event):
    """The agenda was planned or changed before the start."""

    type: Literal["agenda_set"]
    agenda: list[AgendaPoint]


class MeetingStarted(Event):
    """The chair began the meeting, with those who were in the lobby."""

    type: Literal["meeting_started"]
    present: list[Attendee]


class Attended(Event):
    """Somebody came in for the first time."""

    type: Literal["attended"]
    attendee: Attendee


class AgendaItemAdded(Event):
    """A point was added while the meeting ran."""

    type: Literal["agenda_item_added"]
    item: AgendaPoint


class ItemPresented(Event):
    """A point of the agenda is on show."""

    type: Literal["item_presented"]
    item_id: UUID


class HandRaised(Event):
    """`by` would like to speak."""

    type: Literal["hand_raised"]


class HandLowered(Event):
    """A hand was withdrawn, or lowered by the chair."""

    type: Literal["hand_lowered"]
    member_id: UUID


class FloorGiven(Event):
    """Somebody may speak; whoever had the floor before has it no longer."""

    type: Literal["floor_given"]
    member_id: UUID


class FloorEnded(Event):
    """A turn ended: given back by the speaker, or taken back by the chair."""

    type: Literal["floor_ended"]
    member_id: UUID


class PollOpened(Event):
    """A question can be voted on."""

    type: Literal["poll_opened"]
    poll: PollQuestion


class PollClosed(Event):
    """Voting is over, and this came of it."""

    type: Literal["poll_closed"]
    poll_id: UUID
    result: PollResult


class CommentArrived(Event):
    """A comment was written on what is discussed; its words are read where comments are read."""

    type: Literal["comment_arrived"]
    comment_id: UUID
    target_id: UUID


class MeetingEnded(Event):
    """The chair closed the meeting."""

    type: Literal["meeting_ended"]


LiveEvent = Annotated[
    AgendaSet
    | MeetingStarted
    | Attended
    | AgendaItemAdded
    | ItemPresented
    | HandRaised
    | HandLowered
    | FloorGiven
    | FloorEnded
    | PollOpened
    | PollClosed
    | CommentArrived
    | MeetingEnded,
    Field(discriminator="type"),
]
EVENT: TypeAdapter[LiveEvent] = TypeAdapter(LiveEvent)


class Hello(Fact):
    """The server's first words: its protocol, the newest number of the log, and its clock."""

    type: Literal["hello"]
    protocol: int
    seq: int
    now: datetime


class Reload(Fact):
    """What was missed is too much, or not of this log: load the state afresh, then read on."""

    type: Literal["reload"]


class Withheld(Fact):
    """An entry of the log that is not for this person: it leaves only its number."""

    type: Literal["withheld"]
    seq: int


class WhoIsHere(Fact):
    """Everybody who is here now."""

    type: Literal["presence"]
    here: list[Present]


class VotesCounted(Fact):
    """So many have voted in an open poll."""

    type: Literal["votes_counted"]
    poll_id: UUID
    voted: int


class Pong(Fact):
    """The answer to a ping, with the server's clock."""

    type: Literal["pong"]
    now: datetime


class Refused(Fact):
    """A frame from the browser could not be taken in; nothing else is disturbed."""

    type: Literal["error"]
    detail: str


Notice = WhoIsHere | VotesCounted
LiveFrame = Annotated[
    LiveEvent | Hello | Reload | Withheld | WhoIsHere | VotesCounted | Pong | Refused,
    Field(discriminator="type"),
]


class Ping(Fact):
    """The browser asks whether anybody is there."""

    type: Literal["ping"]


class SayPresence(Fact):
    """The browser says whether the page is looked at."""

    type: Literal["presence"]
    is_away: bool


BrowserFrame = Annotated[Ping | SayPresence, Field(discriminator="type")]
BROWSER_FRAME: TypeAdapter[BrowserFrame] = TypeAdapter(BrowserFrame)

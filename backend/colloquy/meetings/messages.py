"""What is said live: the rooms' events as one closed union, the frames around them, and nothing else.

An event is written once, into the log, and goes to every browser in that shape. A notice has no
place in the log: losing one is harmless, because the next one says it all again.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from colloquy.meetings.attending.events import AttendingEvent, CameAndWent, WhoIsHere
from colloquy.meetings.chairing.events import ChairingEvent
from colloquy.meetings.commenting.events import CommentingEvent
from colloquy.meetings.deciding.events import DecidingEvent
from colloquy.meetings.facts import Fact
from colloquy.meetings.floor.events import FloorEvent
from colloquy.meetings.planning.events import PlanningEvent
from colloquy.meetings.polling.events import PollingEvent, VoteNoted, VotesCounted
from colloquy.meetings.red_light.events import Caption, RedLightEvent
from colloquy.meetings.running.events import RunningEvent
from colloquy.meetings.small_groups.events import SmallGroupsEvent

PROTOCOL = 1

LiveEvent = Annotated[
    PlanningEvent
    | RunningEvent
    | AttendingEvent
    | ChairingEvent
    | FloorEvent
    | PollingEvent
    | CommentingEvent
    | DecidingEvent
    | SmallGroupsEvent
    | RedLightEvent,
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


class Pong(Fact):
    """The answer to a ping, with the server's clock."""

    type: Literal["pong"]
    now: datetime


class Refused(Fact):
    """A frame from the browser could not be taken in; nothing else is disturbed."""

    type: Literal["error"]
    detail: str


Notice = WhoIsHere | CameAndWent | VotesCounted | VoteNoted | Caption
LiveFrame = Annotated[
    LiveEvent
    | Hello
    | Reload
    | Withheld
    | WhoIsHere
    | CameAndWent
    | VotesCounted
    | VoteNoted
    | Caption
    | Pong
    | Refused,
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

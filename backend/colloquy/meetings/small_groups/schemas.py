"""The commands of small groups, and what comes in and goes out about their notes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Base64UrlBytes, BaseModel, ConfigDict, Field

from colloquy.meetings.schemas import Command, Minutes
from colloquy.meetings.small_groups.events import How
from colloquy.meetings.small_groups.frames import Packed

UPDATE_LIMIT = 512 * 1024
STATE_LIMIT = 16 * 1024

Update = Annotated[Base64UrlBytes, Field(max_length=UPDATE_LIMIT)]
StateVector = Annotated[Base64UrlBytes, Field(max_length=STATE_LIMIT)]
"""How much of a note somebody has, in Yjs's own writing."""


class SmallGroupIn(BaseModel):
    """A small group to be made: a point of the agenda or a question of its own as its card."""

    model_config = ConfigDict(extra="forbid")

    item_id: UUID | None = None
    question: str = Field(default="", max_length=300)
    member_ids: list[UUID] = Field(
        default_factory=list[UUID], max_length=1000, description="by hand: who is in it"
    )


class MakeSmallGroups(Command):
    """Divide people into small groups; those made before and not sent out are replaced."""

    type: Literal["make_small_groups"]
    how: How
    groups: list[SmallGroupIn] = Field(min_length=1, max_length=60)
    member_ids: list[UUID] = Field(
        default_factory=list[UUID],
        max_length=1000,
        description="whom to divide, unless it is done by hand",
    )
    seed: int | None = Field(default=None, ge=0, lt=2**31)


class PlaceInSmallGroup(Command):
    """Put somebody into a small group, or move them; null: where they fit best."""

    type: Literal["place_in_small_group"]
    member_id: UUID
    small_group_id: UUID | None


class ReleaseFromSmallGroup(Command):
    """Free somebody's place: one's own, or anybody's as chair."""

    type: Literal["release_from_small_group"]
    member_id: UUID


class NameFacilitator(Command):
    """Say who gives the floor in a small group."""

    type: Literal["name_facilitator"]
    small_group_id: UUID
    member_id: UUID | None


class SendOut(Command):
    """Send everybody to their small group for so many minutes."""

    type: Literal["send_out"]
    minutes: Minutes


class WarnSmallGroups(Command):
    """Tell everybody that so many seconds are left."""

    type: Literal["warn_small_groups"]
    seconds: int = Field(ge=5, le=3600)


class CallBack(Command):
    """Bring everybody back to the room; the notes are kept and stay as they are."""

    type: Literal["call_back"]


class OrderReports(Command):
    """Set the order in which the groups report; null: draw it."""

    type: Literal["order_reports"]
    order: list[UUID] | None = Field(max_length=60)


class BeginReport(Command):
    """Let a small group report to the room."""

    type: Literal["begin_report"]
    small_group_id: UUID


class EndReport(Command):
    """End the report that is being given."""

    type: Literal["end_report"]


class RaiseSmallGroupHand(Command):
    """Ask for the floor in one's own small group."""

    type: Literal["raise_small_group_hand"]


class LowerSmallGroupHand(Command):
    """Take a hand down in a small group: one's own, or as facilitator or chair."""

    type: Literal["lower_small_group_hand"]
    small_group_id: UUID
    member_id: UUID


class GiveSmallGroupFloor(Command):
    """Let somebody speak in their small group, as facilitator or chair."""

    type: Literal["give_small_group_floor"]
    small_group_id: UUID
    member_id: UUID


class EndSmallGroupFloor(Command):
    """End the turn in a small group: one's own, or as facilitator or chair."""

    type: Literal["end_small_group_floor"]
    small_group_id: UUID


SmallGroupsCommand = (
    MakeSmallGroups
    | PlaceInSmallGroup
    | ReleaseFromSmallGroup
    | NameFacilitator
    | SendOut
    | WarnSmallGroups
    | CallBack
    | OrderReports
    | BeginReport
    | EndReport
    | RaiseSmallGroupHand
    | LowerSmallGroupHand
    | GiveSmallGroupFloor
    | EndSmallGroupFloor
)


class NoteAddition(BaseModel):
    """Something to be added to a note, and how much of the note its writer has with it."""

    model_config = ConfigDict(extra="forbid")

    update: Update
    state_vector: StateVector


class NoteKept(BaseModel):
    """What was added is kept: the note's newest number and how much of it the server has."""

    seq: int
    state_vector: Packed
    length: int


class NoteRead(NoteKept):
    """What somebody lacks of a note."""

    update: Packed
    is_frozen: bool
    may_write: bool


class NoteListed(BaseModel):
    """How far the note of a small group has come; its words only once everybody may read them."""

    small_group_id: UUID
    length: int
    changed_at: datetime | None
    is_frozen: bool
    text: str | None
    document_id: UUID | None = Field(description="where it can be coded, for those who may read it")

"""What the log says of small groups; the words of their notes are never in it."""

from datetime import datetime
from typing import Literal, TypeAlias
from uuid import UUID

from colloquy.meetings.facts import Event, Fact

How: TypeAlias = Literal["by_hand", "at_random", "balanced"]


class Card(Fact):
    """What a small group talks about: a point of the agenda, or a question of its own."""

    item_id: UUID | None
    version_id: UUID | None
    title: str


class SmallGroupMade(Fact):
    """A small group as it was made."""

    id: UUID
    card: Card
    member_ids: list[UUID]


class SmallGroupsMade(Event):
    """People were divided; groups that were made before and not sent out are no more."""

    type: Literal["small_groups_made"]
    division_id: UUID
    how: How
    seed: int | None
    groups: list[SmallGroupMade]


class SmallGroupMemberPlaced(Event):
    """Somebody was put into a small group, or moved there from another one."""

    type: Literal["small_group_member_placed"]
    small_group_id: UUID
    member_id: UUID


class SmallGroupMemberReleased(Event):
    """Somebody left their small group, so that the place is free."""

    type: Literal["small_group_member_released"]
    member_id: UUID


class SmallGroupFacilitatorNamed(Event):
    """Somebody gives the floor in a small group; null: nobody does."""

    type: Literal["small_group_facilitator_named"]
    small_group_id: UUID
    member_id: UUID | None


class SmallGroupsSent(Event):
    """Everybody went to their small group."""

    type: Literal["small_groups_sent"]
    ends_at: datetime


class SmallGroupsWarned(Event):
    """The end is near: everybody in a small group is told when it is."""

    type: Literal["small_groups_warned"]
    ends_at: datetime


class SmallGroupsRecalled(Event):
    """Everybody came back to the room; from here on the notes stay as they are."""

    type: Literal["small_groups_recalled"]


class SmallGroupReportsOrdered(Event):
    """In which order the small groups report: drawn with a seed, or set by hand."""

    type: Literal["small_group_reports_ordered"]
    order: list[UUID]
    seed: int | None


class SmallGroupReportBegun(Event):
    """A small group tells the room what it found."""

    type: Literal["small_group_report_begun"]
    small_group_id: UUID


class SmallGroupReportEnded(Event):
    """A small group has told the room what it found."""

    type: Literal["small_group_report_ended"]
    small_group_id: UUID


class SmallGroupHandRaised(Event):
    """`by` would like to speak in their small group."""

    type: Literal["small_group_hand_raised"]
    small_group_id: UUID


class SmallGroupHandLowered(Event):
    """A hand was taken down in a small group."""

    type: Literal["small_group_hand_lowered"]
    small_group_id: UUID
    member_id: UUID


class SmallGroupFloorGiven(Event):
    """Somebody may speak in their small group; whoever did before does no longer."""

    type: Literal["small_group_floor_given"]
    small_group_id: UUID
    member_id: UUID


class SmallGroupFloorEnded(Event):
    """A turn in a small group ended."""

    type: Literal["small_group_floor_ended"]
    small_group_id: UUID


SmallGroupsEvent = (
    SmallGroupsMade
    | SmallGroupMemberPlaced
    | SmallGroupMemberReleased
    | SmallGroupFacilitatorNamed
    | SmallGroupsSent
    | SmallGroupsWarned
    | SmallGroupsRecalled
    | SmallGroupReportsOrdered
    | SmallGroupReportBegun
    | SmallGroupReportEnded
    | SmallGroupHandRaised
    | SmallGroupHandLowered
    | SmallGroupFloorGiven
    | SmallGroupFloorEnded
)

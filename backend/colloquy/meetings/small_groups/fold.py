"""The divisions of a meeting into small groups, and what happens in each group."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from colloquy.meetings.facts import Changes, Event, Fact, Steps
from colloquy.meetings.small_groups.events import (
    Card,
    How,
    SmallGroupFacilitatorNamed,
    SmallGroupFloorEnded,
    SmallGroupFloorGiven,
    SmallGroupHandLowered,
    SmallGroupHandRaised,
    SmallGroupMemberPlaced,
    SmallGroupMemberReleased,
    SmallGroupReportBegun,
    SmallGroupReportEnded,
    SmallGroupReportsOrdered,
    SmallGroupsMade,
    SmallGroupsRecalled,
    SmallGroupsSent,
    SmallGroupsWarned,
)


class SmallGroupTurn(Fact):
    """A person with a raised hand or with the floor of a small group, and since when."""

    member_id: UUID
    since: datetime


class SmallGroupState(Fact):
    """A small group: its card, its people, and who would like to speak."""

    id: UUID
    card: Card
    member_ids: list[UUID]
    facilitator_id: UUID | None
    floor: SmallGroupTurn | None
    hands: list[SmallGroupTurn]

    def has_hand(self, member_id: UUID) -> bool:
        """True when this person's hand is up in the small group."""
        return any(hand.member_id == member_id for hand in self.hands)


class Division(Fact):
    """People divided once: made, sent out, called back, and heard."""

    id: UUID
    how: How
    seed: int | None
    groups: list[SmallGroupState]
    sent_at: datetime | None
    ends_at: datetime | None
    is_warned: bool
    recalled_at: datetime | None
    report_order: list[UUID]
    order_seed: int | None
    reporting: UUID | None
    reported: list[UUID]

    @property
    def is_out(self) -> bool:
        """True while people are in their small groups."""
        return self.sent_at is not None and self.recalled_at is None

    def group(self, small_group_id: UUID) -> SmallGroupState | None:
        """The small group with this id."""
        return next((group for group in self.groups if group.id == small_group_id), None)

    def group_of(self, member_id: UUID) -> SmallGroupState | None:
        """The small group that this person is in."""
        return next((group for group in self.groups if member_id in group.member_ids), None)


class SmallGroupsPart(Fact):
    """Every division of the meeting, in order; only the last one can still change."""

    divisions: list[Division]

    @property
    def division(self) -> Division | None:
        """The newest division."""
        return self.divisions[-1] if self.divisions else None

    @property
    def are_groups_out(self) -> bool:
        """True while people are in their small groups."""
        return self.division is not None and self.division.is_out


BEGINNING: dict[str, Any] = {"divisions": []}

Change = Callable[[SmallGroupState], dict[str, Any]]


def _make(state: SmallGroupsPart, event: SmallGroupsMade) -> Changes:
    made = Division(
        id=event.division_id,
        how=event.how,
        seed=event.seed,
        groups=[
            SmallGroupState(**dict(group), facilitator_id=None, floor=None, hands=[])
            for group in event.groups
        ],
        sent_at=None,
        ends_at=None,
        is_warned=False,
        recalled_at=None,
        report_order=[group.id for group in event.groups],
        order_seed=None,
        reporting=None,
        reported=[],
    )
    kept = [division for division in state.divisions if division.sent_at]
    return {"divisions": [*kept, made]}


def _place(state: SmallGroupsPart, event: SmallGroupMemberPlaced) -> Changes:
    def change(group: SmallGroupState) -> dict[str, Any]:
        if group.id == event.small_group_id:
            return {"member_ids": [*group.member_ids, event.member_id]}
        return _left(group, event.member_id)

    return _in_groups(state, change)


def _release(state: SmallGroupsPart, event: SmallGroupMemberReleased) -> Changes:
    return _in_groups(state, lambda group: _left(group, event.member_id))


def _left(group: SmallGroupState, member_id: UUID) -> dict[str, Any]:
    if member_id not in group.member_ids:
        return {}
    return {
        "member_ids": [one for one in group.member_ids if one != member_id],
        "facilitator_id": None if group.facilitator_id == member_id else group.facilitator_id,
        "floor": None if group.floor and group.floor.member_id == member_id else group.floor,
        "hands": _without(group.hands, member_id),
    }


def _name_facilitator(state: SmallGroupsPart, event: SmallGroupFacilitatorNamed) -> Changes:
    return _in_group(state, event.small_group_id, lambda _: {"facilitator_id": event.member_id})


def _send(state: SmallGroupsPart, event: SmallGroupsSent) -> Changes:
    return _in_division(state, {"sent_at": event.at, "ends_at": event.ends_at})


def _warn(state: SmallGroupsPart, event: SmallGroupsWarned) -> Changes:
    return _in_division(state, {"ends_at": event.ends_at, "is_warned": True})


def _recall(state: SmallGroupsPart, event: SmallGroupsRecalled) -> Changes:
    quiet = _in_groups(state, lambda _: {"floor": None, "hands": []})
    return _in_division(SmallGroupsPart(**quiet), {"recalled_at": event.at})


def _order_reports(state: SmallGroupsPart, event: SmallGroupReportsOrdered) -> Changes:
    return _in_division(state, {"report_order": event.order, "order_seed": event.seed})


def _begin_report(state: SmallGroupsPart, event: SmallGroupReportBegun) -> Changes:
    return _in_division(state, {"reporting": event.small_group_id})


def _end_report(state: SmallGroupsPart, event: SmallGroupReportEnded) -> Changes:
    division = state.divisions[-1]
    reported = [one for one in division.reported if one != event.small_group_id]
    return _in_division(state, {"reporting": None, "reported": [*reported, event.small_group_id]})


def _raise_hand(state: SmallGroupsPart, event: SmallGroupHandRaised) -> Changes:
    if event.by is None:
        return {}
    hand = SmallGroupTurn(member_id=event.by, since=event.at)
    return _in_group(state, event.small_group_id, lambda group: {"hands": [*group.hands, hand]})


def _lower_hand(state: SmallGroupsPart, event: SmallGroupHandLowered) -> Changes:
    return _in_group(
        state,
        event.small_group_id,
        lambda group: {"hands": _without(group.hands, event.member_id)},
    )


def _give_floor(state: SmallGroupsPart, event: SmallGroupFloorGiven) -> Changes:
    turn = SmallGroupTurn(member_id=event.member_id, since=event.at)
    return _in_group(
        state,
        event.small_group_id,
        lambda group: {"floor": turn, "hands": _without(group.hands, event.member_id)},
    )


def _end_floor(state: SmallGroupsPart, event: SmallGroupFloorEnded) -> Changes:
    return _in_group(state, event.small_group_id, lambda _: {"floor": None})


def _end_meeting(state: SmallGroupsPart, event: Event) -> Changes:
    if not state.are_groups_out:
        return {}
    quiet = _in_groups(state, lambda _: {"floor": None, "hands": []})
    return _in_division(SmallGroupsPart(**quiet), {"recalled_at": event.at})


def _in_division(state: SmallGroupsPart, changes: dict[str, Any]) -> Changes:
    *before, last = state.divisions
    return {"divisions": [*before, last.model_copy(update=changes)]}


def _in_groups(state: SmallGroupsPart, change: Change) -> Changes:
    groups = state.divisions[-1].groups
    return _in_division(
        state, {"groups": [group.model_copy(update=change(group)) for group in groups]}
    )


def _in_group(state: SmallGroupsPart, small_group_id: UUID, change: Change) -> Changes:
    return _in_groups(state, lambda group: change(group) if group.id == small_group_id else {})


def _without(turns: list[SmallGroupTurn], member_id: UUID) -> list[SmallGroupTurn]:
    return [turn for turn in turns if turn.member_id != member_id]


STEPS: Steps = {
    "small_groups_made": _make,
    "small_group_member_placed": _place,
    "small_group_member_released": _release,
    "small_group_facilitator_named": _name_facilitator,
    "small_groups_sent": _send,
    "small_groups_warned": _warn,
    "small_groups_recalled": _recall,
    "small_group_reports_ordered": _order_reports,
    "small_group_report_begun": _begin_report,
    "small_group_report_ended": _end_report,
    "small_group_hand_raised": _raise_hand,
    "small_group_hand_lowered": _lower_hand,
    "small_group_floor_given": _give_floor,
    "small_group_floor_ended": _end_floor,
    "meeting_ended": _end_meeting,
}

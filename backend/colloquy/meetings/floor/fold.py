"""Who has the floor, whose hand is up, and how long each person has spoken."""

from datetime import datetime
from typing import Any
from uuid import UUID

from colloquy.meetings.facts import Changes, Event, Fact, Steps, milliseconds
from colloquy.meetings.floor.events import (
    FloorGiven,
    HandKind,
    HandLowered,
    HandRaised,
    QueueOrder,
    QueueSet,
)
from colloquy.meetings.running.events import MeetingEnded


class Turn(Fact):
    """The person with the floor, and since when."""

    member_id: UUID
    since: datetime


class Hand(Fact):
    """A person whose hand is up, since when, and what for."""

    member_id: UUID
    since: datetime
    kind: HandKind


class FloorPart(Fact):
    """The floor, the hands in the order in which they went up, and milliseconds spoken by person."""

    floor: Turn | None
    hands: list[Hand]
    queue: QueueOrder
    spoken: dict[UUID, int]

    def has_hand(self, member_id: UUID) -> bool:
        """True when this person's hand is up."""
        return any(hand.member_id == member_id for hand in self.hands)


BEGINNING: dict[str, Any] = {"floor": None, "hands": [], "queue": "asking", "spoken": {}}


def _raise_hand(state: FloorPart, event: HandRaised) -> Changes:
    if event.by is None:
        return {}
    hand = Hand(member_id=event.by, since=event.at, kind=event.kind)
    return {"hands": [*state.hands, hand]}


def _lower_hand(state: FloorPart, event: HandLowered) -> Changes:
    return {"hands": _without(state.hands, event.member_id)}


def _give_floor(state: FloorPart, event: FloorGiven) -> Changes:
    return _end_turn(state, event.at) | {
        "floor": Turn(member_id=event.member_id, since=event.at),
        "hands": _without(state.hands, event.member_id),
    }


def _end_floor(state: FloorPart, event: Event) -> Changes:
    return _end_turn(state, event.at)


def _set_queue(_state: FloorPart, event: QueueSet) -> Changes:
    return {"queue": event.order}


def _end(state: FloorPart, event: MeetingEnded) -> Changes:
    return _end_turn(state, event.at) | {"hands": []}


def _end_turn(state: FloorPart, at: datetime) -> Changes:
    """Take the floor back, and add up for how long it was held."""
    if state.floor is None:
        return {"floor": None}
    speaker = state.floor.member_id
    spoken = state.spoken.get(speaker, 0) + milliseconds(state.floor.since, at)
    return {"floor": None, "spoken": state.spoken | {speaker: spoken}}


def _without(hands: list[Hand], member_id: UUID) -> list[Hand]:
    return [hand for hand in hands if hand.member_id != member_id]


STEPS: Steps = {
    "hand_raised": _raise_hand,
    "hand_lowered": _lower_hand,
    "floor_given": _give_floor,
    "floor_ended": _end_floor,
    "queue_set": _set_queue,
    "meeting_paused": _end_floor,
    # nobody speaks to the room while it is in its small groups
    "small_groups_sent": _end_floor,
    "meeting_ended": _end,
}

"""Who has the floor, and whose hand is up."""

from datetime import datetime
from typing import Any
from uuid import UUID

from colloquy.meetings.facts import Changes, Fact, Steps
from colloquy.meetings.floor.events import FloorEnded, FloorGiven, HandLowered, HandRaised
from colloquy.meetings.running.events import MeetingEnded


class Turn(Fact):
    """A person with a raised hand or with the floor, and since when."""

    member_id: UUID
    since: datetime


class FloorPart(Fact):
    """The floor, and the hands in the order in which they went up."""

    floor: Turn | None
    hands: list[Turn]

    def has_hand(self, member_id: UUID) -> bool:
        """True when this person's hand is up."""
        return any(hand.member_id == member_id for hand in self.hands)


BEGINNING: dict[str, Any] = {"floor": None, "hands": []}


def _raise_hand(state: FloorPart, event: HandRaised) -> Changes:
    if event.by is None:
        return {}
    return {"hands": [*state.hands, Turn(member_id=event.by, since=event.at)]}


def _lower_hand(state: FloorPart, event: HandLowered) -> Changes:
    return {"hands": _without(state.hands, event.member_id)}


def _give_floor(state: FloorPart, event: FloorGiven) -> Changes:
    return {
        "floor": Turn(member_id=event.member_id, since=event.at),
        "hands": _without(state.hands, event.member_id),
    }


def _end_floor(_state: FloorPart, _event: FloorEnded) -> Changes:
    return {"floor": None}


def _end(_state: FloorPart, _event: MeetingEnded) -> Changes:
    return {"floor": None, "hands": []}


def _without(turns: list[Turn], member_id: UUID) -> list[Turn]:
    return [turn for turn in turns if turn.member_id != member_id]


STEPS: Steps = {
    "hand_raised": _raise_hand,
    "hand_lowered": _lower_hand,
    "floor_given": _give_floor,
    "floor_ended": _end_floor,
    "meeting_ended": _end,
}

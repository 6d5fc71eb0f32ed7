"""What the log says of hands and turns."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.facts import Event


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


FloorEvent = HandRaised | HandLowered | FloorGiven | FloorEnded

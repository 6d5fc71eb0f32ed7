"""What the log says of hands and turns."""

from typing import Literal, TypeAlias
from uuid import UUID

from colloquy.meetings.facts import Event

HandKind: TypeAlias = Literal["speak", "answer", "order"]
"""To speak, to answer directly what was just said, or a point of order."""

QueueOrder: TypeAlias = Literal["asking", "balanced"]


class HandRaised(Event):
    """`by` would like to speak, to answer directly, or to make a point of order."""

    type: Literal["hand_raised"]
    kind: HandKind


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


class QueueSet(Event):
    """From now on hands come in the order of asking, or groups less heard come first."""

    type: Literal["queue_set"]
    order: QueueOrder


FloorEvent = HandRaised | HandLowered | FloorGiven | FloorEnded | QueueSet

"""The commands of the floor."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.floor.events import HandKind, QueueOrder
from colloquy.meetings.schemas import Command


class RaiseHand(Command):
    """Ask for the floor: to speak, to answer directly, or for a point of order."""

    type: Literal["raise_hand"]
    kind: HandKind = "speak"


class WithdrawHand(Command):
    """Take one's own hand down."""

    type: Literal["withdraw_hand"]


class LowerHand(Command):
    """Take somebody's hand down, as chair."""

    type: Literal["lower_hand"]
    member_id: UUID


class GiveFloor(Command):
    """Let somebody speak; it ends the turn before."""

    type: Literal["give_floor"]
    member_id: UUID


class EndFloor(Command):
    """End the present turn: one's own, or anybody's as chair."""

    type: Literal["end_floor"]


class SetQueue(Command):
    """Let hands come in the order of asking, or groups that were heard less come first."""

    type: Literal["set_queue"]
    order: QueueOrder


FloorCommand = RaiseHand | WithdrawHand | LowerHand | GiveFloor | EndFloor | SetQueue

"""The commands that pass the chair on."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.schemas import Command


class HandChair(Command):
    """Hand the chair to somebody who may chair."""

    type: Literal["hand_chair"]
    member_id: UUID


class TakeChair(Command):
    """Take a chair that nobody holds, or whose holder's connection is gone."""

    type: Literal["take_chair"]


ChairingCommand = HandChair | TakeChair

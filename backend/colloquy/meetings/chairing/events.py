"""What the log says of the chair."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from colloquy.meetings.facts import Event


class ChairHanded(Event):
    """Whoever held the chair handed it to somebody else."""

    type: Literal["chair_handed"]
    member_id: UUID


class ChairTaken(Event):
    """`by` took the chair over: nobody held it, or its holder's connection had been gone too long."""

    type: Literal["chair_taken"]
    away_since: datetime | None


class ChairLeft(Event):
    """Whoever held the chair is no longer in the study, so nobody holds it."""

    type: Literal["chair_left"]


ChairingEvent = ChairHanded | ChairTaken | ChairLeft

"""Who reads the record."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission


def can_read_record(actor: Actor) -> bool:
    """The team, and whoever chairs; a panel member was there and has the meeting's own page."""
    return actor.is_team or actor.may(Permission.MEETING_CHAIR)

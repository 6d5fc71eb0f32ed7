"""Who listens to what: the one place where a lower feature's events meet the features above it."""

from colloquy.core.events import on
from colloquy.people.messages import LinkOpened
from colloquy.studies.invitations import accept_invitations


def wire() -> None:
    """Register every handler; doing it twice changes nothing."""
    on(LinkOpened, accept_invitations)

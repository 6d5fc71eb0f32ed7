"""Who rehearses, and who is simulated."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.people.models import Account

NOWHERE = "@simulated.invalid"
"""Where simulated people have their address: a name that is reserved so that it is nobody's."""


def can_rehearse(actor: Actor) -> bool:
    """Those who plan meetings or chair them."""
    return actor.may(Permission.MEETING_BUILD) or actor.may(Permission.MEETING_CHAIR)


def is_simulated(account: Account) -> bool:
    """True for somebody who was made for a rehearsal."""
    return account.email.endswith(NOWHERE)

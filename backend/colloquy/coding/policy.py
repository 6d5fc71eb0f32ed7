"""Rules about codings that are more than a role's permission."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission, Role
from colloquy.coding.models import Code, Coding


def can_change(actor: Actor, coding: Coding) -> bool:
    """A coding is its coder's judgement; beside them only a lead may change it."""
    is_own = coding.coder_id == actor.member_id
    return actor.may(Permission.CODING_WRITE) and (is_own or Role.LEAD in actor.roles)


def is_retired(code: Code) -> bool:
    """A retired code stays on what it was put on, and is not put on anything new."""
    return code.retired_at is not None

"""Rules about mechanisms that are more than a role's permission."""

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.theory.models import Mechanism, MechanismVersion


def can_see_version(actor: Actor, version: MechanismVersion) -> bool:
    """The panel sees what has been put before people; drafts are the team's."""
    return is_frozen(version) or can_see_drafts(actor)


def can_see_drafts(actor: Actor) -> bool:
    """Drafts are shown to the team only."""
    return actor.may(Permission.THEORY_READ_DRAFTS)


def is_frozen(version: MechanismVersion) -> bool:
    """A version that somebody was asked about keeps its words for ever."""
    return version.frozen_at is not None


def is_retired(mechanism: Mechanism) -> bool:
    """A retired mechanism is kept and no longer changed."""
    return mechanism.retired_at is not None

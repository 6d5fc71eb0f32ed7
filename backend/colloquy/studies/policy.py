"""Rules about studies that are more than a role's permission."""

from colloquy.access.permissions import Role
from colloquy.people.models import Account


def can_create_study(account: Account) -> bool:
    """Staff may begin a study; panel members, who have no password, may not."""
    return account.password_hash is not None or account.is_administrator


def must_consent(roles: frozenset[Role]) -> bool:
    """Those who are consulted are asked for consent; the team is not."""
    return bool(roles & {Role.PANEL, Role.CHAIR})

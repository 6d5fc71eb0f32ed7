"""The person on whose behalf something is done, as every service and policy sees them."""

from dataclasses import dataclass
from uuid import UUID

from colloquy.access.permissions import TABLE, Permission, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of one study: who they are there and what they may do."""

    account_id: UUID
    member_id: UUID
    study_id: UUID
    roles: frozenset[Role]
    group_id: UUID | None

    def may(self, permission: Permission) -> bool:
        """True when one of the member's roles includes the permission."""
        return any(permission in TABLE[role] for role in self.roles)

    @property
    def is_team(self) -> bool:
        """True for those who work on the study, as against those who are consulted."""
        return bool(self.roles & {Role.LEAD, Role.RESEARCHER, Role.FACILITATOR})

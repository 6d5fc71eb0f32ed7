"""Rules about studies that are more than a role's permission."""

from collections.abc import Collection, Iterable

from colloquy.access.permissions import Role
from colloquy.people.models import Account
from colloquy.studies.models import AnswersOnLeaving, Member, MemberState, Study

TEAM = frozenset({Role.LEAD, Role.RESEARCHER, Role.FACILITATOR})


def can_create_study(account: Account) -> bool:
    """Staff may begin a study; panel members, who have no password, may not."""
    return account.password_hash is not None or account.is_administrator


def must_consent(roles: frozenset[Role]) -> bool:
    """Those who are consulted are asked for consent; the team is not."""
    return bool(roles & {Role.PANEL, Role.CHAIR})


def can_give_roles(own: Collection[Role], given: Collection[Role]) -> bool:
    """Only a lead makes or changes team members; a facilitator invites the panel and chairs."""
    return Role.LEAD in own or not TEAM.intersection(given)


def may_have_password(account: Account, roles: Iterable[frozenset[Role]]) -> bool:
    """Those who work on a study may; the panel signs in by links alone."""
    return can_create_study(account) or any(held & TEAM for held in roles)


def was_taken_out(member: Member) -> bool:
    """True for those whom the team has taken out; who left by themselves has said so."""
    return member.state == MemberState.LEFT and member.declined_at is None


def leads(member: Member) -> bool:
    """True for a lead who takes part: somebody invited does not lead yet."""
    return Role.LEAD in member.roles and member.state == MemberState.ACTIVE


def answers_on_leaving(study: Study) -> AnswersOnLeaving:
    """Unless a study says otherwise, answers are kept without their name."""
    return AnswersOnLeaving(study.settings.get("answers_on_leaving", AnswersOnLeaving.ANONYMISE))

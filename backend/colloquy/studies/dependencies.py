"""The study in the path and the member who asks, checked once for every feature."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission, Role
from colloquy.core.errors import Forbidden, NotFound, NotSignedIn
from colloquy.core.tokens import hash_token
from colloquy.core.web import SessionDep
from colloquy.people.dependencies import CurrentAccount, SessionToken
from colloquy.people.models import Account
from colloquy.studies import policy, queries
from colloquy.studies.models import Member, MemberState, Study


class ConsentNeeded(Forbidden):
    """The member has not agreed to the study's consent form yet."""

    title = "Please read the consent form first"


class InvitationOpen(Forbidden):
    """The member has not said yet whether they take part."""

    title = "You are invited, and have not answered yet"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A member at the door of a study, before it is known whether they may come in."""

    study: Study
    actor: Actor
    owes_consent: bool


def admit(actor: Actor, *, owes_consent: bool) -> Actor:
    """The member, once they have consented where consent is asked for."""
    if owes_consent and policy.must_consent(actor.roles):
        raise ConsentNeeded("You are asked to agree to it before you take part.")
    return actor


def greet(member: Member) -> Actor:
    """Whoever takes part; somebody who is only invited is told so."""
    if member.state == MemberState.INVITED:
        raise InvitationOpen("Open the start page and say whether you take part.")
    return make_actor(member)


async def get_newcomer(study_id: UUID, token: SessionToken, session: SessionDep) -> Arrival:
    """The study and the member who takes part, consent or not; a stranger is told 404."""
    found = await queries.membership(session, study_id, hash_token(token)) if token else None
    if found is None:
        raise NotSignedIn
    _, study, member, owes_consent = found
    if study is None or member is None:
        raise NotFound("There is no such study, or you are not in it.")
    return Arrival(study, greet(member), owes_consent)


Newcomer = Annotated[Arrival, Depends(get_newcomer)]


async def get_own_membership(
    study_id: UUID, account: CurrentAccount, session: SessionDep
) -> Member:
    """The membership of whoever is or was invited; one whom the team took out is told 404."""
    member = await queries.member_of_account(session, study_id, account.id)
    if member is None or member.state == MemberState.LEFT:
        raise NotFound("There is no such study, or you are not in it.")
    return member


OwnMembership = Annotated[Member, Depends(get_own_membership)]


async def get_actor(newcomer: Newcomer) -> Actor:
    """The member who asks, once they have consented where consent is asked for."""
    return admit(newcomer.actor, owes_consent=newcomer.owes_consent)


CurrentActor = Annotated[Actor, Depends(get_actor)]


def require(permission: Permission) -> Callable[[Actor], Awaitable[Actor]]:
    """A dependency that lets a member through only with this permission."""

    async def check(actor: CurrentActor) -> Actor:
        if not actor.may(permission):
            raise Forbidden
        return actor

    return check


async def get_study(newcomer: Newcomer, _actor: CurrentActor) -> Study:
    """The study in the path."""
    return newcomer.study


StudyDep = Annotated[Study, Depends(get_study)]


async def get_member(
    member_id: UUID, actor: CurrentActor, session: SessionDep
) -> tuple[Member, Account]:
    """The member in the path, of the same study."""
    found = await queries.member(session, actor.study_id, member_id)
    if found is None:
        raise NotFound("There is no such member in this study.")
    return found


MemberDep = Annotated[tuple[Member, Account], Depends(get_member)]


def make_actor(member: Member) -> Actor:
    """A member as services and policies see them."""
    return Actor(
        account_id=member.account_id,
        member_id=member.id,
        study_id=member.study_id,
        roles=frozenset(Role(role) for role in member.roles),
        group_id=member.group_id,
    )

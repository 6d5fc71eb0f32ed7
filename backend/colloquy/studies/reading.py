"""Studies and their people, put together for reading."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission, Role
from colloquy.core.errors import Forbidden
from colloquy.people.models import Account
from colloquy.studies import policy, queries
from colloquy.studies.models import Member, MemberState, Study
from colloquy.studies.schemas import (
    ConsentRead,
    GroupRead,
    Me,
    MemberRead,
    MembershipRead,
    Recruitment,
    StageRead,
    StudyListed,
    StudyRead,
)


async def read_me(session: AsyncSession, account: Account) -> Me:
    """The signed-in person, their studies, and where consent is still asked for."""
    waiting = await queries.open_consents(session, account.id)
    memberships = [
        _read_membership(study, member, owes_consent=study.id in waiting)
        for study, member in await queries.studies_of(session, account.id)
    ]
    rehearsals = [
        _read_membership(study, member, owes_consent=False)
        for study, member in await queries.rehearsals_of(session, account.id)
    ]
    return Me(
        id=account.id,
        name=account.name,
        email=account.email,
        is_administrator=account.is_administrator,
        is_staff=policy.can_create_study(account),
        has_password=account.password_hash is not None,
        may_have_password=policy.may_have_password(
            account, [frozenset(membership.roles) for membership in memberships]
        ),
        time_zone=account.time_zone,
        memberships=memberships,
        rehearsals=rehearsals,
    )


async def refuse_password_to_the_panel(session: AsyncSession, account: Account) -> None:
    """Raise `Forbidden` for those who sign in by links alone."""
    held = [_roles(member) for _, member in await queries.studies_of(session, account.id)]
    if not policy.may_have_password(account, held):
        raise Forbidden("You need no password: the link in your mail signs you in.")


async def list_studies(session: AsyncSession, account: Account) -> list[StudyListed]:
    """The studies a person is in, newest first."""
    return [
        StudyListed(
            id=study.id,
            title=study.title,
            question=study.question,
            roles=[Role(role) for role in member.roles],
            state=MemberState(member.state),
        )
        for study, member in await queries.studies_of(session, account.id)
    ]


async def read_study(session: AsyncSession, study: Study, actor: Actor) -> StudyRead:
    """A study with its stages, groups and what this member may do."""
    return StudyRead(
        id=study.id,
        title=study.title,
        question=study.question,
        description=study.description,
        citation=study.citation,
        is_illustrative=study.is_illustrative,
        suppress_below=study.suppress_below,
        answers_on_leaving=policy.answers_on_leaving(study),
        stages=[
            StageRead.model_validate(stage, from_attributes=True)
            for stage in await queries.stages(session, study.id)
        ],
        groups=[
            GroupRead.model_validate(group, from_attributes=True)
            for group in await queries.groups(session, study.id)
        ],
        permissions=[permission for permission in Permission if actor.may(permission)],
    )


async def list_members(session: AsyncSession, study_id: UUID) -> list[MemberRead]:
    """Everybody in a study."""
    form = await queries.newest_form(session, study_id)
    consented = await queries.consented_members(session, form.id) if form else set[UUID]()
    return [
        read_member(member, account, has_consented=member.id in consented)
        for member, account in await queries.members(session, study_id)
    ]


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who is or was in a study: names by member and account, accounts by member."""

    name_of: dict[UUID, str]
    account_of: dict[UUID, UUID]


async def read_people(session: AsyncSession, study_id: UUID) -> People:
    """Who the ids in a study's records stand for."""
    members = [member for member, _ in await queries.members(session, study_id)]
    return People(
        name_of={
            each: member.display_name
            for member in members
            for each in (member.id, member.account_id)
        },
        account_of={member.id: member.account_id for member in members},
    )


async def read_one_member(session: AsyncSession, member: Member, account: Account) -> MemberRead:
    """A member, with whether they consented to the form in force."""
    form = await queries.newest_form(session, member.study_id)
    consent = await queries.consent(session, member.id, form.id) if form else None
    return read_member(member, account, has_consented=consent is not None)


def read_member(member: Member, account: Account, *, has_consented: bool) -> MemberRead:
    """A member as the team sees them."""
    return MemberRead(
        id=member.id,
        display_name=member.display_name,
        email=account.email,
        roles=[Role(role) for role in member.roles],
        group_id=member.group_id,
        state=MemberState(member.state),
        invited_at=member.invited_at,
        joined_at=member.joined_at,
        declined_at=member.declined_at,
        decline_reason=member.decline_reason,
        decline_words=member.decline_words,
        has_consented=has_consented,
    )


async def count_recruitment(session: AsyncSession, study_id: UUID) -> list[Recruitment]:
    """The recruitment numbers a report asks for, by group in the study's order."""
    by_group: defaultdict[UUID | None, list[Member]] = defaultdict(list)
    for member, _ in await queries.members(session, study_id):
        if Role.PANEL in member.roles:
            by_group[member.group_id].append(member)
    order: list[UUID | None] = [group.id for group in await queries.groups(session, study_id)]
    return [
        Recruitment(
            group_id=group_id,
            invited=len(by_group[group_id]),
            active=_count(by_group[group_id], MemberState.ACTIVE),
            declined=_count(by_group[group_id], MemberState.DECLINED, MemberState.LEFT),
            silent=_count(by_group[group_id], MemberState.INVITED),
        )
        for group_id in [*order, None]
        if by_group[group_id] or group_id
    ]


async def read_consent(session: AsyncSession, study: Study, actor: Actor) -> ConsentRead:
    """The consent form in force, and when this member agreed to it."""
    form = await queries.newest_form(session, study.id)
    given = await queries.consent(session, actor.member_id, form.id) if form else None
    return ConsentRead(
        study_title=study.title,
        form_id=form.id if form else None,
        version=form.version if form else None,
        text=form.text if form else "",
        given_at=given.created_at if given else None,
    )


def _read_membership(study: Study, member: Member, *, owes_consent: bool) -> MembershipRead:
    return MembershipRead(
        study_id=study.id,
        study_title=study.title,
        study_question=study.question,
        member_id=member.id,
        state=MemberState(member.state),
        roles=[Role(role) for role in member.roles],
        group_id=member.group_id,
        consent_needed=owes_consent and _must_consent(member),
    )


def _count(members: list[Member], *states: MemberState) -> int:
    return sum(member.state in states for member in members)


def _must_consent(member: Member) -> bool:
    return policy.must_consent(_roles(member))


def _roles(member: Member) -> frozenset[Role]:
    return frozenset(Role(role) for role in member.roles)

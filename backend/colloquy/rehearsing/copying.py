"""A study made from another one's skeleton: its stage, groups, mechanisms and one meeting's plan."""

import secrets
from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Role
from colloquy.core.clock import now
from colloquy.core.ids import new_id
from colloquy.meetings import queries as meetings
from colloquy.meetings.models import Meeting
from colloquy.meetings.planning.queries import invitable
from colloquy.meetings.planning.schemas import AgendaItemIn, MeetingPlan
from colloquy.meetings.planning.service import plan_meeting
from colloquy.people.models import Account
from colloquy.rehearsing import words
from colloquy.rehearsing.policy import NOWHERE
from colloquy.studies.models import Member, MemberState, Stage, StageState, StakeholderGroup, Study
from colloquy.studies.queries import groups as groups_of
from colloquy.theory.copying import copy_versions

FEWEST = 12
"""How many come where nobody is in the groups that are asked yet."""

Crowd = Counter[UUID | None]
"""How many come of each group."""


async def crowd_of(session: AsyncSession, meeting: Meeting, wanted: int | None) -> Crowd:
    """As many as are asked to a meeting, or a wanted number in the same shares."""
    asked: Crowd = Counter(
        member.group_id
        for member, _ in await invitable(session, meeting)
        if Role.PANEL in member.roles
    )
    if not asked:
        groups = await groups_of(session, meeting.study_id)
        asked = Counter(
            [row.id for row in groups if not meeting.group_ids or str(row.id) in meeting.group_ids]
            or [None]
        )
        wanted = wanted or FEWEST
    return share_out(asked, wanted) if wanted else asked


def share_out(shares: Mapping[UUID | None, int], wanted: int) -> Crowd:
    """A number of people divided by shares: nobody is lost, and the largest remainders go first."""
    whole = sum(shares.values())
    exact = {group: wanted * share / whole for group, share in shares.items()}
    crowd: Crowd = Counter({group: int(count) for group, count in exact.items()})
    rest = sorted(exact, key=lambda group: crowd[group] - exact[group])
    crowd.update(rest[: wanted - crowd.total()])
    return crowd


async def copy_skeleton(
    session: AsyncSession, of: Study, stage_of: Stage
) -> tuple[Study, Stage, dict[UUID, UUID]]:
    """A study for a rehearsal, its only stage, and its group for each of the other's."""
    study = Study(
        title=of.title,
        question=of.question,
        description=of.description,
        suppress_below=of.suppress_below,
        rehearses_id=of.id,
    )
    session.add(study)
    await session.flush()
    stage = Stage(
        study_id=study.id, label=stage_of.label, title=stage_of.title, state=StageState.CURRENT
    )
    session.add(stage)
    groups: dict[UUID, UUID] = {}
    for row in await groups_of(session, of.id):
        copy = StakeholderGroup(
            study_id=study.id,
            name=row.name,
            short_name=row.short_name,
            position=row.position,
            is_public=row.is_public,
        )
        session.add(copy)
        groups[row.id] = copy.id
    await session.flush()
    return study, stage, groups


async def copy_chairs(
    session: AsyncSession, study: Study, of: Study, begun_by: Actor
) -> dict[UUID, Member]:
    """Who rehearses and whoever may chair the true meeting, as chairs and nothing else.

    A chair runs a meeting and can do nothing beside it: neither invite nor mail anybody.
    """
    chairs = {row.id: row for row in await meetings.chairs(session, of.id)}
    if begun_by.member_id not in chairs:
        chairs[begun_by.member_id] = await session.get_one(Member, begun_by.member_id)
    copies: dict[UUID, Member] = {}
    for member_id, row in chairs.items():
        copies[member_id] = _member(study, row.account_id, row.display_name, Role.CHAIR)
    session.add_all(copies.values())
    await session.flush()
    return copies


async def add_simulated(
    session: AsyncSession, study: Study, crowd: Crowd, groups: Mapping[UUID, UUID], seed: int
) -> Member:
    """Add simulated people in their groups, and one more who may chair; answers that one."""
    of_group = [group for group, count in crowd.items() for _ in range(count)]
    names = [*words.names(seed, len(of_group)), words.DEPUTY]
    accounts = [_account(name) for name in names]
    session.add_all(accounts)
    await session.flush()
    people = [
        _member(study, account.id, account.name, Role.PANEL, groups[group] if group else None)
        for account, group in zip(accounts[:-1], of_group, strict=True)
    ]
    deputy = _member(study, accounts[-1].id, words.DEPUTY, Role.CHAIR)
    session.add_all([*people, deputy])
    await session.flush()
    return deputy


async def copy_meeting(
    session: AsyncSession,
    actor: Actor,
    of: Meeting,
    stage: Stage,
    groups: Mapping[UUID, UUID],
    chairs: Mapping[UUID, Member],
) -> Meeting:
    """The same meeting, planned in the study for the rehearsal."""
    agenda = await meetings.agenda(session, of.id)
    versions = await copy_versions(
        session, [row.version_id for row in agenda if row.version_id], of=of.study_id, stage=stage
    )
    deputy = chairs.get(of.deputy_id) if of.deputy_id else None
    plan = MeetingPlan(
        title=of.title,
        place=of.place,
        planned_for=of.planned_for,
        group_ids=[groups[UUID(group_id)] for group_id in of.group_ids],
        deputy_id=deputy.id if deputy else None,
        agenda=[
            AgendaItemIn.model_validate(
                {
                    "title": row.title,
                    "kind": row.kind,
                    "minutes": row.minutes,
                    "version_id": versions[row.version_id] if row.version_id else None,
                }
            )
            for row in agenda
        ],
    )
    return await plan_meeting(session, actor, plan)


def _account(name: str) -> Account:
    return Account(email=f"{new_id().hex}{secrets.token_hex(4)}{NOWHERE}", name=name)


def _member(
    study: Study, account_id: UUID, name: str, role: Role, group_id: UUID | None = None
) -> Member:
    return Member(
        study_id=study.id,
        account_id=account_id,
        group_id=group_id,
        display_name=name,
        roles=[role],
        state=MemberState.ACTIVE,
        joined_at=now(),
    )

"""Rounds put together for the team that runs them, and what came of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.clock import now
from colloquy.methods.rules import Rule
from colloquy.methods.scales import UnableToSay
from colloquy.rounds import policy, queries
from colloquy.rounds.building.obstacles import obstacles
from colloquy.rounds.models import (
    Anonymity,
    ItemOrder,
    Participation,
    Round,
    RoundState,
)
from colloquy.rounds.plans import Plan, in_panel, read_plan
from colloquy.rounds.running import queries as running_queries
from colloquy.rounds.schemas import (
    RoundGroupProgress,
    RoundListed,
    RoundProgress,
    RoundRead,
)
from colloquy.rounds.showing import brief_of, read_items
from colloquy.studies.queries import groups as read_groups
from colloquy.studies.queries import members as read_members


async def list_rounds(session: AsyncSession, study_id: UUID) -> list[RoundListed]:
    """Every round of a study for the team, newest first."""
    rounds = await queries.rounds(session, study_id)
    ids = [row.id for row in rounds]
    groups = await queries.group_ids(session, ids)
    items = await queries.count_items(session, ids)
    people = [member for member, _ in await read_members(session, study_id)]
    parts = await queries.participations(session, ids)
    finished = Counter(part.round_id for part in parts if part.finished_at)
    moment = now()
    return [
        RoundListed(
            **brief_of(row, moment).model_dump(),
            stage_id=row.stage_id,
            opens_at=row.opens_at,
            opened_at=row.opened_at,
            items=items[row.id],
            asked=sum(in_panel(member, groups[row.id]) for member in people),
            finished=finished[row.id],
        )
        for row in rounds
    ]


async def read_round(session: AsyncSession, round_: Round) -> RoundRead:
    """A round as the team builds and runs it."""
    plan = await read_plan(session, round_)
    moment = now()
    return RoundRead(
        **brief_of(round_, moment).model_dump(),
        stage_id=round_.stage_id,
        follows_id=round_.follows_id,
        introduction=round_.introduction,
        opens_at=round_.opens_at,
        opened_at=round_.opened_at,
        grace_minutes=round_.grace_minutes,
        remind_hours=round_.remind_hours,
        rule=Rule(round_.rule),
        rule_reason=round_.rule_reason,
        unable=UnableToSay(round_.unable),
        anonymity=Anonymity(round_.anonymity),
        item_order=ItemOrder(round_.item_order),
        is_real_time=round_.is_real_time,
        takes_statements=round_.takes_statements,
        statement_policy=round_.statement_policy,
        group_ids=sorted(plan.group_ids),
        pilot_ids=sorted(await queries.pilot_ids(session, round_.id)),
        items=await read_items(session, plan),
        seconds=plan.seconds,
        asked=len(plan.people),
        obstacles=obstacles(plan, moment) if round_.state == RoundState.DRAFT else [],
    )


async def read_progress(session: AsyncSession, round_: Round) -> RoundProgress:
    """Turnout, over all and by group in the study's order."""
    return await _progress(session, await read_plan(session, round_))


async def _progress(session: AsyncSession, plan: Plan) -> RoundProgress:
    parts = await queries.participations(session, [plan.round_.id])
    reminded = await running_queries.last_reminders(session, plan.round_.id)
    # who answered and then left the study was asked, and stays in the group they answered in
    of_whom = {member.id: member.group_id for member, _ in plan.people}
    of_whom |= {part.member_id: part.group_id for part in parts}
    asked = Counter(of_whom.values())
    begun = Counter(part.group_id for part in parts)
    finished = Counter(part.group_id for part in parts if part.finished_at)
    remindable = _remindable(plan, parts, reminded)
    return RoundProgress(
        asked=len(of_whom),
        begun=len(parts),
        finished=finished.total(),
        left=sum(part.withdrawn_at is not None for part in parts),
        pause_hours=int(policy.pause_between_mails(plan.round_).total_seconds() // 3600),
        groups=[
            RoundGroupProgress(
                group_id=group_id,
                asked=asked[group_id],
                begun=begun[group_id],
                finished=finished[group_id],
                reminded=len(told),
                reminded_at=max(told, default=None),
                remindable=remindable[group_id],
            )
            for group_id in await _groups_in_order(session, plan)
            for told in [[at for who, at in reminded.items() if of_whom.get(who) == group_id]]
        ],
    )


def _remindable(
    plan: Plan, parts: Sequence[Participation], reminded: Mapping[UUID, datetime]
) -> Counter[UUID | None]:
    """By group as they are reminded: in the group that a person is in now."""
    done = {part.member_id for part in parts if part.finished_at}
    moment = now()
    return Counter(
        member.group_id
        for member, _ in plan.people
        if member.id not in done
        and policy.may_be_reminded(plan.round_, reminded.get(member.id), moment)
    )


async def _groups_in_order(session: AsyncSession, plan: Plan) -> list[UUID]:
    groups = await read_groups(session, plan.round_.study_id)
    return [group.id for group in groups if group.id in plan.group_ids]

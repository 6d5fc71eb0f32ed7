"""Reminding those who have not finished, never more often than the round says."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record, record_outside
from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.settings import Settings
from colloquy.people.models import Account
from colloquy.rounds import messages, policy, queries
from colloquy.rounds.messages import RemindRound
from colloquy.rounds.models import Reminder, Round, RoundState
from colloquy.rounds.plans import read_plan
from colloquy.rounds.running import queries as running_queries
from colloquy.rounds.running.mailing import Post, send_notices
from colloquy.rounds.running.schemas import Reminded
from colloquy.studies.models import Member, Study


async def remind(
    session: AsyncSession, actor: Actor, post: Post, group_ids: Collection[UUID] | None
) -> Reminded:
    """Remind now, by hand, those of some groups, or of all, who have not finished."""
    await session.refresh(post.round_, with_for_update=True)
    policy.expect(post.round_, now(), RoundState.OPEN, to="reminded of")
    people = [
        (member, account)
        for member, account in await _unfinished(session, post.round_)
        if group_ids is None or member.group_id in group_ids
    ]
    sent = await _send(session, post, people)
    record(session, actor, "round:round:reminded", post.round_.id, mails=sent)
    return Reminded(sent=sent, too_soon=len(people) - sent)


async def remind_when_due(session: AsyncSession, round_id: UUID, settings: Settings) -> None:
    """Remind as often as the round says, and ask for the next time; paused it waits."""
    round_ = await session.get(Round, round_id, with_for_update=True)
    if round_ is None or not round_.remind_hours:
        return
    moment = now()
    state = policy.state_at(round_, moment)
    if state not in (RoundState.OPEN, RoundState.PAUSED):
        return
    again = moment + timedelta(hours=round_.remind_hours)
    if round_.closes_at is None or again < round_.closes_at:
        await jobs.ask(session, RemindRound(round_id=round_.id), due_at=again)
    if state == RoundState.PAUSED or policy.is_late_at(round_, moment):
        return
    study = await session.get_one(Study, round_.study_id)
    people = await _unfinished(session, round_)
    sent = await _send(session, Post(study, round_, settings), people)
    if sent:
        record_outside(
            session,
            "round:round:reminded",
            study_id=study.id,
            object_id=round_.id,
            mails=sent,
            by="clock",
        )


async def _unfinished(session: AsyncSession, round_: Round) -> list[tuple[Member, Account]]:
    plan = await read_plan(session, round_)
    parts = await queries.participations(session, [round_.id])
    finished = {part.member_id for part in parts if part.finished_at}
    return [(member, account) for member, account in plan.people if member.id not in finished]


async def _send(session: AsyncSession, post: Post, people: Sequence[tuple[Member, Account]]) -> int:
    """Write to those who were not written to too short a time ago; returns how many."""
    moment, round_ = now(), post.round_
    last = await running_queries.last_reminders(session, round_.id)
    due = [
        (member, account)
        for member, account in people
        if policy.may_be_reminded(round_, last.get(member.id), moment)
    ]
    await send_notices(session, post, due, messages.reminder)
    session.add_all(
        Reminder(round_id=round_.id, member_id=member.id, sent_at=moment) for member, _ in due
    )
    return len(due)

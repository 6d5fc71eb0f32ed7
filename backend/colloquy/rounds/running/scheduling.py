"""A round's times: set to open by itself, opened and closed by the clock, extended, held."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record, record_outside
from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.errors import FieldProblem, Invalid
from colloquy.core.settings import Settings
from colloquy.rounds import messages, policy
from colloquy.rounds.messages import CloseRound, OpenRound
from colloquy.rounds.models import Round, RoundState
from colloquy.rounds.plans import read_plan
from colloquy.rounds.respondents import prepare_key
from colloquy.rounds.running.changes import note_change
from colloquy.rounds.running.closing import settle
from colloquy.rounds.running.mailing import Post, send_notices
from colloquy.rounds.running.schemas import Extension, Resumption
from colloquy.rounds.service import begin, fix_wording, ready_plan
from colloquy.studies.models import Study


async def schedule_round(session: AsyncSession, actor: Actor, round_: Round) -> None:
    """Lock a draft and let it open by itself at its time; its versions are frozen now."""
    await session.refresh(round_, with_for_update=True)
    policy.expect(round_, now(), RoundState.DRAFT, to="set to open by itself")
    if round_.opens_at is None or round_.opens_at <= now():
        raise Invalid(
            "Say when the round opens: a time that is still to come.",
            [FieldProblem("opens_at", "Choose a time that is still to come.")],
        )
    plan = await ready_plan(session, round_)
    await fix_wording(session, actor, plan)
    await prepare_key(session, round_)
    round_.state = RoundState.SCHEDULED
    session.add(round_)
    await jobs.ask(session, OpenRound(round_id=round_.id), due_at=round_.opens_at)
    record(session, actor, "round:round:scheduled", round_.id, opens_at=round_.opens_at.isoformat())


async def take_back(session: AsyncSession, actor: Actor, round_: Round) -> None:
    """Make a round that has not opened yet a draft again."""
    await session.refresh(round_, with_for_update=True)
    policy.expect(round_, now(), RoundState.SCHEDULED, to="taken back to a draft")
    round_.state = RoundState.DRAFT
    session.add(round_)
    record(session, actor, "round:round:taken-back", round_.id)


async def catch_up(session: AsyncSession, round_id: UUID, settings: Settings) -> None:
    """Write into a round's row what the clock has made of it: opened, closed, or nothing yet."""
    round_ = await session.get(Round, round_id, with_for_update=True)
    if round_ is None:
        return
    await _open_if_due(session, round_, settings)
    is_running = round_.state in (RoundState.OPEN, RoundState.PAUSED)
    if is_running and policy.state_at(round_, now()) == RoundState.CLOSED:
        await settle(session, round_)
        record_outside(
            session, "round:round:closed", study_id=round_.study_id, object_id=round_.id, by="clock"
        )


async def extend_round(session: AsyncSession, actor: Actor, post: Post, given: Extension) -> None:
    """Give everybody more time, and tell them why."""
    round_ = await _hold(session, post)
    policy.expect(round_, now(), RoundState.OPEN, RoundState.PAUSED, to="extended")
    before = round_.closes_at
    _move_close(round_, given.closes_at)
    note_change(
        session,
        actor,
        round_,
        "extended",
        given.reason,
        before=before.isoformat() if before else None,
        closes_at=given.closes_at.isoformat(),
    )
    await jobs.ask(session, CloseRound(round_id=round_.id), due_at=policy.shuts_at(round_))
    plan = await read_plan(session, round_)
    await send_notices(session, post, plan.people, messages.extended, because=given.reason)
    record(
        session,
        actor,
        "round:round:extended",
        round_.id,
        reason=given.reason,
        closes_at=given.closes_at.isoformat(),
    )


async def pause_round(session: AsyncSession, actor: Actor, post: Post, reason: str) -> None:
    """Take no answers for now, and tell everybody why; the closing time stands."""
    round_ = await _hold(session, post)
    policy.expect(round_, now(), RoundState.OPEN, to="paused")
    round_.state = RoundState.PAUSED
    session.add(round_)
    note_change(session, actor, round_, "paused", reason)
    plan = await read_plan(session, round_)
    await send_notices(session, post, plan.people, messages.paused, because=reason)
    record(session, actor, "round:round:paused", round_.id, reason=reason)


async def resume_round(session: AsyncSession, actor: Actor, post: Post, given: Resumption) -> None:
    """Let a paused round go on, with more time if it is given."""
    round_ = await _hold(session, post)
    policy.expect(round_, now(), RoundState.PAUSED, to="resumed")
    round_.state = RoundState.OPEN
    session.add(round_)
    moved: dict[str, str] = {}
    if given.closes_at and given.closes_at != round_.closes_at:
        _move_close(round_, given.closes_at)
        moved = {"closes_at": given.closes_at.isoformat()}
        await jobs.ask(session, CloseRound(round_id=round_.id), due_at=policy.shuts_at(round_))
    note_change(session, actor, round_, "resumed", given.reason, **moved)
    plan = await read_plan(session, round_)
    await send_notices(session, post, plan.people, messages.resumed, because=given.reason)
    record(session, actor, "round:round:resumed", round_.id, reason=given.reason, **moved)


def next_reminder_at(round_: Round, sent: datetime | None) -> datetime | None:
    """When the next reminder goes out by itself, if the round is still open then."""
    since = sent or round_.opened_at
    if round_.state != RoundState.OPEN or not round_.remind_hours or since is None:
        return None
    due = since + timedelta(hours=round_.remind_hours)
    return due if round_.closes_at is None or due < round_.closes_at else None


async def _hold(session: AsyncSession, post: Post) -> Round:
    """Lock the round; one that the clock has opened is opened in its row, too."""
    await session.refresh(post.round_, with_for_update=True)
    await _open_if_due(session, post.round_, post.settings)
    return post.round_


async def _open_if_due(session: AsyncSession, round_: Round, settings: Settings) -> None:
    opens_at, state = round_.opens_at, policy.state_at(round_, now())
    if round_.state != RoundState.SCHEDULED or opens_at is None or state == RoundState.SCHEDULED:
        return
    study = await session.get_one(Study, round_.study_id)
    plan = await read_plan(session, round_)
    await begin(session, Post(study, round_, settings), plan, at=opens_at)
    record_outside(
        session,
        "round:round:opened",
        study_id=study.id,
        object_id=round_.id,
        rule=round_.rule,
        mails=len(plan.people),
        by="clock",
    )


def _move_close(round_: Round, closes_at: datetime) -> None:
    floor = max(now(), round_.closes_at or now())
    if closes_at <= floor:
        raise Invalid(
            f"The round closes on {messages.when(floor)}. Choose a later time.",
            [FieldProblem("closes_at", "Choose a time after the present closing time.")],
        )
    round_.closes_at = closes_at

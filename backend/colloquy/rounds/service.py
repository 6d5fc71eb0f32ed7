"""The verbs of a round that runs: open, answer, finish, close."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import entry, record
from colloquy.comments.messages import CommentOffered
from colloquy.comments.models import Place
from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.errors import Forbidden, Invalid, NotFound
from colloquy.core.settings import Settings
from colloquy.rounds import policy, queries
from colloquy.rounds.answering.saving import (
    Asked,
    Giver,
    Saved,
    find_asked,
    refuse_unless_open,
    save_answer,
    take_part,
)
from colloquy.rounds.answering.schemas import ResponseIn
from colloquy.rounds.building import pilot_queries
from colloquy.rounds.building.obstacles import obstacles
from colloquy.rounds.messages import CloseRound, RemindRound
from colloquy.rounds.models import Participation, Round, RoundState
from colloquy.rounds.plans import Plan, read_plan
from colloquy.rounds.respondents import prepare_key
from colloquy.rounds.running.changes import note_change
from colloquy.rounds.running.closing import settle
from colloquy.rounds.running.lateness import KeptAside
from colloquy.rounds.running.mailing import Post, send_openings
from colloquy.studies.models import Study
from colloquy.theory.service import freeze


async def find_round(session: AsyncSession, study_id: UUID, round_id: UUID) -> Round:
    """A round of this study, or `NotFound`."""
    round_ = await queries.round_(session, study_id, round_id)
    if round_ is None:
        raise NotFound("There is no such round in this study.")
    return round_


async def open_round(
    session: AsyncSession, actor: Actor, study: Study, round_: Round, settings: Settings
) -> None:
    """Lock what is asked and its rule, and mail everybody who is asked a link to it."""
    await session.refresh(round_, with_for_update=True)
    policy.expect(round_, now(), RoundState.DRAFT, RoundState.SCHEDULED, to="opened")
    plan = await ready_plan(session, round_)
    await fix_wording(session, actor, plan)
    await begin(session, Post(study, round_, settings), plan, at=now())
    record(
        session, actor, "round:round:opened", round_.id, rule=round_.rule, mails=len(plan.people)
    )


async def ready_plan(session: AsyncSession, round_: Round) -> Plan:
    """The plan of a round that nothing stands in the way of; `Invalid` says what does."""
    plan = await read_plan(session, round_)
    if found := obstacles(plan, now()):
        raise Invalid("The round cannot be opened yet. " + " ".join(found))
    return plan


async def fix_wording(session: AsyncSession, actor: Actor, plan: Plan) -> None:
    """Freeze the versions that a round asks about, so that everybody answers the same words."""
    version_ids = [item.version_id for item in plan.items if item.version_id]
    await freeze(session, actor, version_ids, because=f"Round: {plan.round_.title}")


async def begin(session: AsyncSession, post: Post, plan: Plan, *, at: datetime) -> None:
    """Open a round as from a moment: its key, its mails, and the jobs that wait for its times."""
    round_ = post.round_
    await prepare_key(session, round_)
    round_.state, round_.opened_at = RoundState.OPEN, at
    session.add(round_)
    await jobs.ask(session, CloseRound(round_id=round_.id), due_at=policy.shuts_at(round_))
    if round_.remind_hours:
        due = at + timedelta(hours=round_.remind_hours)
        await jobs.ask(session, RemindRound(round_id=round_.id), due_at=due)
    # after an outage a round may open when it should have closed already
    if policy.state_at(round_, now()) == RoundState.OPEN:
        await send_openings(session, post, plan.people, seconds=plan.seconds)


async def save_response(
    session: AsyncSession, actor: Actor, round_: Round, question_id: UUID, given: ResponseIn
) -> Saved:
    """Save an answer to a question of this round, which the caller holds; see `save_asked`."""
    asked = await find_asked(session, round_, question_id, actor.member_id)
    return await save_asked(session, actor, round_, asked, given)


async def save_asked(
    session: AsyncSession, actor: Actor, round_: Round, asked: Asked, given: ResponseIn
) -> Saved:
    """Save an answer and return the one that stands; of two, that is the one given later.

    A retry changes nothing. A browser's clock that is ahead counts as the present.
    """
    # the round, not the question: the log says that somebody answered, never what; in an unlinkable
    # round not even that one was given at this moment
    is_logged = not policy.is_unlinkable(round_)
    saved = entry(actor, "round:response:saved", round_.id) if is_logged else None
    try:
        return await save_answer(session, round_, _giver(actor), asked, given, entry=saved)
    except KeptAside:
        if is_logged:
            record(session, actor, "round:response:kept-aside", round_.id)
        raise


async def finish(session: AsyncSession, actor: Actor, round_: Round) -> Participation:
    """Say that one is done; answers can still be changed until the close."""
    await refuse_unless_open(session, round_)
    part = await take_part(session, round_, _giver(actor))
    if part.finished_at is None:
        part.finished_at = now()
        session.add(part)
        record(session, actor, "round:participation:finished", round_.id)
    return part


async def close_round(session: AsyncSession, actor: Actor, round_: Round, reason: str = "") -> None:
    """End a round now; from here on its results may be read."""
    await session.refresh(round_, with_for_update=True)
    policy.expect(round_, now(), RoundState.OPEN, RoundState.PAUSED, to="closed")
    planned = round_.closes_at
    await settle(session, round_)
    if planned and now() < planned:
        note_change(session, actor, round_, "closed early", reason, planned=planned.isoformat())
    record(session, actor, "round:round:closed", round_.id, reason=reason)


async def admit_comment(session: AsyncSession, event: CommentOffered) -> None:
    """Let a comment into a round from those who were asked, on what was asked, while it is open."""
    if event.place != Place.ROUND:
        return
    round_ = await find_round(session, event.actor.study_id, event.place_id)
    await _refuse_strangers(session, event.actor, round_)
    await refuse_unless_open(session, round_)
    if policy.is_unlinkable(round_):
        raise Forbidden(
            "This round takes no comments, since a comment would carry your name and this round "
            "is to know nobody's. Write into the fields for words instead."
        )
    items = await queries.items(session, [round_.id])
    shown = {(each, item.version_id) for item in items for each in (item.id, item.version_id)}
    if (event.target_id, event.version_id) not in shown:
        raise NotFound("This is not part of the round.")


async def _refuse_strangers(session: AsyncSession, actor: Actor, round_: Round) -> None:
    if policy.is_tried(round_):
        is_asked = await pilot_queries.tries(session, round_.id, actor.member_id)
    elif policy.is_put_before_panel(round_, now()):
        group_ids = (await queries.group_ids(session, [round_.id]))[round_.id]
        is_asked = policy.is_asked(actor, group_ids)
    else:
        raise NotFound("There is no such round in this study.")
    if not is_asked:
        raise Forbidden("Only those who were asked can comment in a round.")


def _giver(actor: Actor) -> Giver:
    return Giver(member_id=actor.member_id, group_id=actor.group_id)

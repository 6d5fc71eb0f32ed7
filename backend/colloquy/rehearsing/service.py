"""The verbs of rehearsals: begin one, change its pace, let something go wrong, end it."""

import secrets
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record_outside
from colloquy.core import jobs, outbox
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, NotFound
from colloquy.core.ids import new_id
from colloquy.core.settings import Settings
from colloquy.meetings import folding, log
from colloquy.meetings.attending import attendance
from colloquy.meetings.envelope import channel, look_again
from colloquy.meetings.log import Said
from colloquy.meetings.models import Meeting, MeetingState
from colloquy.people.models import Account
from colloquy.rehearsing import copying, policy, queries
from colloquy.rehearsing.messages import REHEARSALS_AT_ONCE, EndRehearsal, PlayPeople
from colloquy.rehearsing.models import Rehearsal
from colloquy.rehearsing.schemas import Mishap, RehearsalStart
from colloquy.studies.dependencies import make_actor
from colloquy.studies.models import Stage, Study
from colloquy.studies.queries import member_of_account, members
from colloquy.studies.removing import remove_rows


async def begin(
    session: AsyncSession,
    settings: Settings,
    actor: Actor,
    meeting_id: UUID,
    given: RehearsalStart,
) -> Rehearsal:
    """Make a study to rehearse a planned meeting in; the same while one runs already."""
    expect_may_rehearse(actor)
    meeting = await log.lock(session, meeting_id)
    if running := await queries.rehearsal_of(session, meeting_id):
        await _expect_in(session, running, actor)
        return running
    of = await session.get_one(Study, actor.study_id)
    await _expect_possible(session, of, meeting)
    stage_of = await session.get_one(Stage, meeting.stage_id)
    study, stage, groups = await copying.copy_skeleton(session, of, stage_of)
    chairs = await copying.copy_chairs(session, study, of, actor)
    me = chairs[actor.member_id]
    copy = await copying.copy_meeting(session, make_actor(me), meeting, stage, groups, chairs)
    seed = secrets.randbelow(2**31)
    crowd = await copying.crowd_of(session, meeting, given.people)
    deputy = await copying.add_simulated(session, study, crowd, groups, seed)
    rehearsal_id = new_id()
    play = await jobs.ask(session, PlayPeople(rehearsal_id=rehearsal_id))
    rehearsal = Rehearsal(
        id=rehearsal_id,
        study_id=study.id,
        meeting_id=copy.id,
        of_study_id=of.id,
        of_meeting_id=meeting.id,
        begun_by=me.id,
        deputy_id=deputy.id,
        job_id=play.id,
        seed=seed,
        pace=given.pace,
        ends_at=now() + timedelta(hours=settings.rehearsal_hours),
    )
    session.add(rehearsal)
    await jobs.ask(session, EndRehearsal(rehearsal_id=rehearsal_id), due_at=rehearsal.ends_at)
    record_outside(
        session, "account:rehearsal:begun", account_id=actor.account_id, object_id=rehearsal_id
    )
    await session.flush()
    return rehearsal


async def let_happen(session: AsyncSession, rehearsal: Rehearsal, mishap: Mishap) -> None:
    """Let something go wrong in a rehearsal that runs."""
    meeting = await log.lock(session, rehearsal.meeting_id)
    if meeting.state != MeetingState.LIVE:
        raise Conflict("The meeting does not run. Start it, then try what can go wrong in it.")
    if mishap == Mishap.DROP_OUT:
        rehearsal.dropped_at = now()
        session.add(rehearsal)
    else:
        await _take_chair(session, rehearsal, meeting)


async def end(session: AsyncSession, rehearsal: Rehearsal, *, by: UUID | None) -> None:
    """Delete a rehearsal with all that was said and done in it, and its simulated people."""
    await log.lock(session, rehearsal.meeting_id)
    job = await jobs.find_job(session, rehearsal.job_id)
    if not job.is_over:
        with suppress(Conflict):
            await jobs.request_cancel(session, job)
    everybody = [account for _, account in await members(session, rehearsal.study_id)]
    simulated = [account.id for account in everybody if policy.is_simulated(account)]
    for account in everybody:
        if not policy.is_simulated(account):
            outbox.tell(session, channel(rehearsal.meeting_id), look_again(account.id).pack())
    await remove_rows(session, rehearsal.study_id)
    await session.exec(delete(Account).where(col(Account.id).in_(simulated)))
    record_outside(session, "account:rehearsal:ended", account_id=by, object_id=rehearsal.id)


async def end_forgotten(session: AsyncSession, rehearsal_id: UUID) -> None:
    """Delete a rehearsal that nobody ended; one that was ended is gone already."""
    rehearsal = await session.get(Rehearsal, rehearsal_id)
    if rehearsal:
        await end(session, rehearsal, by=None)


async def end_rehearsals_of(session: AsyncSession, study_id: UUID) -> None:
    """Delete every rehearsal of a study that is to go."""
    for rehearsal in await queries.rehearsals_of_study(session, study_id):
        await end(session, rehearsal, by=None)


async def find_rehearsal(session: AsyncSession, study_id: UUID) -> Rehearsal:
    """The rehearsal that a study was made for, or `NotFound`."""
    rehearsal = await queries.rehearsal_in(session, study_id)
    if rehearsal is None:
        raise NotFound("This study is no rehearsal.")
    return rehearsal


def expect_may_rehearse(actor: Actor) -> None:
    """Refuse who neither plans nor chairs meetings."""
    if not policy.can_rehearse(actor):
        raise Forbidden("Only those who plan or chair meetings rehearse them.")


async def _expect_possible(session: AsyncSession, study: Study, meeting: Meeting) -> None:
    if study.rehearses_id:
        raise Conflict("This is a rehearsal already.")
    if meeting.state != MeetingState.PLANNED:
        raise Conflict("The meeting has begun, so it is too late to rehearse it.")
    if await queries.count_running(session) >= REHEARSALS_AT_ONCE:
        raise Conflict(
            f"{REHEARSALS_AT_ONCE} rehearsals run on this server already. "
            "Please wait until one of them has ended."
        )


async def _expect_in(session: AsyncSession, rehearsal: Rehearsal, actor: Actor) -> None:
    if await member_of_account(session, rehearsal.study_id, actor.account_id) is None:
        raise Conflict("Somebody rehearses this meeting now. Please wait until they have ended it.")


async def _take_chair(session: AsyncSession, rehearsal: Rehearsal, meeting: Meeting) -> None:
    """The deputy takes the chair as if its holder's connection were gone."""
    state = await folding.read_state(session, meeting.id)
    if state.chair and state.chair.member_id == rehearsal.deputy_id:
        raise Conflict("The deputy holds the chair already, and hands it back in a moment.")
    if rehearsal.deputy_id not in state.people:
        await attendance.attend(session, meeting, rehearsal.deputy_id)
    await log.append(
        session,
        meeting,
        Said("chair_taken", {"away_since": now() if state.chair else None}),
        by=rehearsal.deputy_id,
        command_id=new_id(),
    )

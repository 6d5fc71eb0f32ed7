"""Rehearsals put together for reading."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.jobs import JobState, find_job
from colloquy.meetings.models import Meeting
from colloquy.rehearsing import queries
from colloquy.rehearsing.copying import crowd_of
from colloquy.rehearsing.models import Pace, Rehearsal
from colloquy.rehearsing.schemas import RehearsalOfMeeting, RehearsalRead
from colloquy.rehearsing.service import expect_may_rehearse
from colloquy.studies.queries import member_of_account


async def read_rehearsal(session: AsyncSession, rehearsal: Rehearsal) -> RehearsalRead:
    """A rehearsal as those in it see it."""
    play = await find_job(session, rehearsal.job_id)
    simulated = await queries.simulated(session, rehearsal.study_id)
    return RehearsalRead(
        study_id=rehearsal.study_id,
        meeting_id=rehearsal.meeting_id,
        of_study_id=rehearsal.of_study_id,
        of_meeting_id=rehearsal.of_meeting_id,
        people=sum(member.id != rehearsal.deputy_id for member in simulated),
        pace=Pace(rehearsal.pace),
        has_stopped=play.state in (JobState.FAILED, JobState.CANCELLED),
        ends_at=rehearsal.ends_at,
    )


async def read_rehearsal_of(
    session: AsyncSession, actor: Actor, meeting: Meeting
) -> RehearsalOfMeeting:
    """How a meeting can be rehearsed, and the rehearsal of it that this person is in."""
    expect_may_rehearse(actor)
    running = await queries.rehearsal_of(session, meeting.id)
    if running and await member_of_account(session, running.study_id, actor.account_id) is None:
        running = None
    crowd = await crowd_of(session, meeting, None)
    return RehearsalOfMeeting(
        expected=crowd.total(),
        running=await read_rehearsal(session, running) if running else None,
    )

"""Planning meetings."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict, Invalid
from colloquy.core.ids import new_id
from colloquy.core.tokens import new_code
from colloquy.meetings import log, queries
from colloquy.meetings.log import Said
from colloquy.meetings.models import CODE_LENGTH, AgendaItem, Meeting, MeetingState
from colloquy.meetings.planning.events import AgendaPoint
from colloquy.meetings.planning.schemas import AgendaItemIn, MeetingPlan
from colloquy.people.models import Account
from colloquy.studies.service import current_stage, find_group
from colloquy.theory.service import find_version


async def plan_meeting(session: AsyncSession, actor: Actor, given: MeetingPlan) -> Meeting:
    """Plan a meeting in the study's current stage."""
    stage = await current_stage(session, actor.study_id)
    meeting = Meeting(
        study_id=actor.study_id,
        stage_id=stage.id,
        title=given.title,
        time_zone=(await session.get_one(Account, actor.account_id)).time_zone,
        code=await _free_code(session),
    )
    session.add(meeting)
    await session.flush()
    await _write_plan(session, actor, meeting, given)
    record(session, actor, "meeting:meeting:planned", meeting.id, title=meeting.title)
    return meeting


async def change_plan(
    session: AsyncSession, actor: Actor, meeting_id: UUID, given: MeetingPlan
) -> Meeting:
    """Change a meeting that has not begun; whoever waits in its lobby sees the new agenda."""
    meeting = await log.lock(session, meeting_id)
    if meeting.state != MeetingState.PLANNED:
        raise Conflict("The meeting has begun. While it runs, the chair adds points to its agenda.")
    await _write_plan(session, actor, meeting, given)
    record(session, actor, "meeting:meeting:changed", meeting.id)
    return meeting


async def draft_items(
    session: AsyncSession, actor: Actor, given: Sequence[AgendaItemIn]
) -> list[AgendaPoint]:
    """Points of an agenda with new ids; each has a title of its own or its version's."""
    points: list[AgendaPoint] = []
    for item in given:
        title = item.title.strip()
        if item.version_id:
            version = await find_version(session, actor.study_id, item.version_id)
            title = title or version.title
        if not title:
            raise Invalid("Give every point of the agenda a title or a mechanism.")
        points.append(
            AgendaPoint(
                id=new_id(),
                title=title,
                kind=item.kind,
                version_id=item.version_id,
                minutes=item.minutes,
            )
        )
    return points


async def _free_code(session: AsyncSession) -> str:
    """A code that no meeting has had; the second try is once in a few million meetings."""
    while await queries.has_code(session, code := new_code(CODE_LENGTH)):
        pass
    return code


async def _write_plan(
    session: AsyncSession, actor: Actor, meeting: Meeting, given: MeetingPlan
) -> None:
    for group_id in given.group_ids:
        await find_group(session, actor.study_id, group_id)
    if given.deputy_id and given.deputy_id not in {
        chair.id for chair in await queries.chairs(session, actor.study_id)
    }:
        raise Invalid("The deputy must be somebody of this study who may chair its meetings.")
    meeting.deputy_id = given.deputy_id
    meeting.title, meeting.place = given.title, given.place.strip()
    meeting.planned_for = given.planned_for
    if given.time_zone:
        meeting.time_zone = given.time_zone
    meeting.group_ids = [str(group_id) for group_id in given.group_ids]
    points = await draft_items(session, actor, given.agenda)
    for row in await queries.agenda(session, meeting.id):
        await session.delete(row)
    await session.flush()
    session.add_all(
        AgendaItem(meeting_id=meeting.id, position=place, **point.model_dump())
        for place, point in enumerate(points)
    )
    await log.append(
        session,
        meeting,
        Said("agenda_set", {"agenda": points, "deputy_id": meeting.deputy_id}),
        by=actor.member_id,
        command_id=new_id(),
    )

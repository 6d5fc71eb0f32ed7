"""Meetings put together for those who are asked to them, and for those who plan them."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.errors import Forbidden
from colloquy.meetings import policy, queries
from colloquy.meetings.facts import Attendee
from colloquy.meetings.models import Meeting, MeetingState
from colloquy.meetings.planning import queries as planning_queries
from colloquy.meetings.schemas import AgendaItemRead, MeetingListed, MeetingRead
from colloquy.studies.models import Study


async def list_meetings(session: AsyncSession, actor: Actor) -> list[MeetingListed]:
    """The meetings that this member may come to, newest first."""
    counts = await queries.count_items(session, actor.study_id)
    return [
        _listed(meeting, counts.get(meeting.id, 0))
        for meeting in await queries.meetings(session, actor.study_id)
        if policy.can_attend(actor, meeting)
    ]


async def list_chairs(session: AsyncSession, actor: Actor) -> list[Attendee]:
    """Who may chair this study's meetings, for those who plan or chair them."""
    if not (actor.may(Permission.MEETING_CHAIR) or actor.may(Permission.MEETING_BUILD)):
        raise Forbidden("Only those who plan or chair meetings see who may chair them.")
    return [
        Attendee(id=member.id, name=member.display_name, group_id=member.group_id)
        for member in await queries.chairs(session, actor.study_id)
    ]


async def read_meeting(session: AsyncSession, actor: Actor, meeting: Meeting) -> MeetingRead:
    """A meeting with its agenda, and what this member may do in it."""
    agenda = await queries.agenda(session, meeting.id)
    study = await session.get_one(Study, meeting.study_id)
    may_build = actor.may(Permission.MEETING_BUILD)
    invited: int | None = None
    to_invite: int | None = None
    if may_build:
        sent = await planning_queries.invited(session, meeting.id)
        wanted = {member.id for member, _ in await planning_queries.invitable(session, meeting)}
        invited, to_invite = len(sent), len(wanted - sent)
    return MeetingRead(
        **_listed(meeting, len(agenda)).model_dump(),
        agenda=[AgendaItemRead.model_validate(item, from_attributes=True) for item in agenda],
        may_chair=actor.may(Permission.MEETING_CHAIR),
        may_build=may_build,
        may_vote=actor.may(Permission.MEETING_VOTE),
        may_record=actor.may(Permission.MEETING_RECORD) and study.rehearses_id is None,
        code=meeting.code,
        deputy_id=meeting.deputy_id,
        time_zone=meeting.time_zone,
        invited=invited,
        to_invite=to_invite,
    )


def _listed(meeting: Meeting, item_count: int) -> MeetingListed:
    return MeetingListed(
        id=meeting.id,
        stage_id=meeting.stage_id,
        title=meeting.title,
        place=meeting.place,
        planned_for=meeting.planned_for,
        state=MeetingState(meeting.state),
        started_at=meeting.started_at,
        ended_at=meeting.ended_at,
        group_ids=[UUID(group_id) for group_id in meeting.group_ids],
        item_count=item_count,
    )

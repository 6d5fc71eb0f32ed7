"""Meetings put together for reading, and what a recording needs to know of one."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.comments.models import Stance
from colloquy.core.clock import now
from colloquy.core.hub import Hub
from colloquy.meetings import log, policy, presence, queries
from colloquy.meetings.messages import LiveEvent
from colloquy.meetings.models import Meeting, MeetingState
from colloquy.meetings.schemas import (
    AgendaItemRead,
    MeetingComment,
    MeetingListed,
    MeetingRead,
    StateRead,
)
from colloquy.meetings.state import BEGINNING, LiveState, fold, fold_all


class FloorTurn(NamedTuple):
    """Who had the floor from when to when."""

    member_id: UUID
    start: datetime
    end: datetime


class AgendaSpan(NamedTuple):
    """What was on show from when to when: a mechanism version, or a point without one."""

    version_id: UUID | None
    start: datetime
    end: datetime


async def list_meetings(session: AsyncSession, actor: Actor) -> list[MeetingListed]:
    """The meetings that this member may come to, newest first."""
    counts = await queries.count_items(session, actor.study_id)
    return [
        _listed(meeting, counts.get(meeting.id, 0))
        for meeting in await queries.meetings(session, actor.study_id)
        if policy.can_attend(actor, meeting)
    ]


async def read_meeting(session: AsyncSession, actor: Actor, meeting: Meeting) -> MeetingRead:
    """A meeting with its agenda, and what this member may do in it."""
    agenda = await queries.agenda(session, meeting.id)
    may_build = actor.may(Permission.MEETING_BUILD)
    invited: int | None = None
    to_invite: int | None = None
    if may_build:
        sent = await queries.invited(session, meeting.id)
        wanted = {member.id for member, _ in await queries.invitable(session, meeting)}
        invited, to_invite = len(sent), len(wanted - sent)
    return MeetingRead(
        **_listed(meeting, len(agenda)).model_dump(),
        agenda=[AgendaItemRead.model_validate(item, from_attributes=True) for item in agenda],
        may_chair=actor.may(Permission.MEETING_CHAIR),
        may_build=may_build,
        may_vote=actor.may(Permission.MEETING_VOTE),
        invited=invited,
        to_invite=to_invite,
    )


async def read_state(session: AsyncSession, hub: Hub, actor: Actor, meeting: Meeting) -> StateRead:
    """The state as this member may see it, and what stands beside the log."""
    rows = await queries.events(session, meeting.id)
    seen = (event for event in log.as_events(rows) if policy.can_see(actor, event.type))
    return StateRead(
        # the number is of the rows read here, not of the meeting's row, which may be older or newer
        seq=rows[-1].seq if rows else 0,
        now=now(),
        state=fold_all(seen),
        here=await presence.who_is_here(hub, meeting.id),
        voted=await queries.count_votes(session, meeting.id),
        my_votes=await queries.votes_of(session, meeting.id, actor.member_id),
    )


async def list_comments(session: AsyncSession, meeting: Meeting) -> list[MeetingComment]:
    """What has been written in the meeting, oldest first, for everybody in it."""
    return [
        MeetingComment(
            id=comment.id,
            member_id=comment.member_id,
            name=name,
            target_id=comment.target_id,
            version_id=comment.version_id,
            stance=Stance(comment.stance) if comment.stance else None,
            text=comment.text,
            quote=comment.anchor["quote"] if comment.anchor else None,
            made_at=comment.created_at,
        )
        for comment, name in await queries.comments(session, meeting.study_id, meeting.id)
    ]


async def floor_turns(session: AsyncSession, meeting_id: UUID) -> list[FloorTurn]:
    """Who had the floor when, in order; a turn that still runs ends now."""
    turns: list[FloorTurn] = []
    for before, event in await _steps(session, meeting_id):
        if before.floor and (event is None or event.type in FLOOR_ENDS):
            end = event.at if event else now()
            turns.append(FloorTurn(before.floor.member_id, before.floor.since, end))
    return turns


async def agenda_spans(session: AsyncSession, meeting_id: UUID) -> list[AgendaSpan]:
    """What was on show when, in order; a span that still runs ends now."""
    spans: list[AgendaSpan] = []
    for before, event in await _steps(session, meeting_id):
        if before.shown and (event is None or event.type in SHOW_ENDS):
            item = before.item(before.shown.item_id)
            end = event.at if event else now()
            spans.append(AgendaSpan(item.version_id if item else None, before.shown.since, end))
    return spans


async def speakers(session: AsyncSession, meeting_id: UUID) -> dict[UUID, str]:
    """The names of those who had the floor."""
    turns = await floor_turns(session, meeting_id)
    return await queries.names(session, {turn.member_id for turn in turns})


FLOOR_ENDS = frozenset({"floor_given", "floor_ended", "meeting_ended"})
SHOW_ENDS = frozenset({"item_presented", "meeting_ended"})


async def _steps(
    session: AsyncSession, meeting_id: UUID
) -> Iterable[tuple[LiveState, LiveEvent | None]]:
    """Each event with the state before it; last the present state with None, unless it has ended."""
    steps: list[tuple[LiveState, LiveEvent | None]] = []
    state = BEGINNING
    for event in log.as_events(await queries.events(session, meeting_id)):
        steps.append((state, event))
        state = fold(state, event)
    if state.phase != "ended":
        steps.append((state, None))
    return steps


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

"""Meetings put together for reading, and what a recording needs to know of one."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.hub import Hub
from colloquy.core.settings import Settings
from colloquy.meetings import folding, log, policy, queries
from colloquy.meetings.attending import presence
from colloquy.meetings.chairing.service import last_seen
from colloquy.meetings.ending import due_at
from colloquy.meetings.models import Meeting
from colloquy.meetings.polling import queries as polling
from colloquy.meetings.polling.voting import my_votes
from colloquy.meetings.schemas import (
    StateRead,
)
from colloquy.meetings.state import BEGINNING, LiveState, fold


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


async def read_state(
    session: AsyncSession, hub: Hub, settings: Settings, actor: Actor, meeting: Meeting
) -> StateRead:
    """The state as this member may see it, and what stands beside the log."""
    found = await folding.read_folded(session, meeting.id, hidden=policy.hidden_from(actor))
    state = found.state
    return StateRead(
        # the number is of the rows read here, not of the meeting's row, which may be older or newer
        seq=found.seq,
        now=now(),
        state=state,
        here=await presence.who_is_here(hub, meeting.id),
        voted=await polling.count_votes(session, meeting.id),
        chair_seen_at=await last_seen(session, meeting.id, state.chair),
        chair_away_seconds=settings.chair_away_seconds,
        ends_by_itself_at=due_at(state, settings),
        my_recording_answer=await _my_answer(session, meeting.id, actor),
        my_votes=await my_votes(session, settings, meeting.id, actor.member_id),
    )


async def _my_answer(session: AsyncSession, meeting_id: UUID, actor: Actor) -> bool | None:
    """What I answered is told to me, though I am not told what others did."""
    state = await folding.read_state(session, meeting_id)
    return state.recording_answers.get(actor.member_id)


async def floor_turns(session: AsyncSession, meeting_id: UUID) -> list[FloorTurn]:
    """Who had the floor when, in order; a turn that still runs ends now."""
    turns: list[FloorTurn] = []
    for before, after, at in await _steps(session, meeting_id):
        if before.floor and before.floor != after.floor:
            turns.append(FloorTurn(before.floor.member_id, before.floor.since, at))
    return turns


async def agenda_spans(session: AsyncSession, meeting_id: UUID) -> list[AgendaSpan]:
    """What was on show when, in order; a span that still runs ends now."""
    spans: list[AgendaSpan] = []
    for before, after, at in await _steps(session, meeting_id):
        if before.shown and (before.shown != after.shown or after.phase == "ended"):
            item = before.item(before.shown.item_id)
            spans.append(AgendaSpan(item.version_id if item else None, before.shown.since, at))
    return spans


async def speakers(session: AsyncSession, meeting_id: UUID) -> dict[UUID, str]:
    """The names of those who had the floor."""
    turns = await floor_turns(session, meeting_id)
    return await queries.names(session, {turn.member_id for turn in turns})


async def _steps(
    session: AsyncSession, meeting_id: UUID
) -> list[tuple[LiveState, LiveState, datetime]]:
    """The states before and after each event, and when; a meeting that runs is as if it ended now."""
    steps: list[tuple[LiveState, LiveState, datetime]] = []
    state = BEGINNING
    for event in log.as_events(await queries.events(session, meeting_id)):
        after = fold(state, event)
        steps.append((state, after, event.at))
        state = after
    if state.phase == "live":
        over = {"phase": "ended", "floor": None, "shown": None}
        steps.append((state, state.model_copy(update=over), now()))
    return steps

"""Meetings put together for reading, and what a recording needs to know of one."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.hub import Hub
from colloquy.meetings import folding, log, policy, queries
from colloquy.meetings.attending import presence
from colloquy.meetings.messages import LiveEvent
from colloquy.meetings.models import Meeting
from colloquy.meetings.polling import queries as polling
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


async def read_state(session: AsyncSession, hub: Hub, actor: Actor, meeting: Meeting) -> StateRead:
    """The state as this member may see it, and what stands beside the log."""
    found = await folding.read_folded(session, meeting.id, hidden=policy.hidden_from(actor))
    return StateRead(
        # the number is of the rows read here, not of the meeting's row, which may be older or newer
        seq=found.seq,
        now=now(),
        state=found.state,
        here=await presence.who_is_here(hub, meeting.id),
        voted=await polling.count_votes(session, meeting.id),
        my_votes=await polling.votes_of(session, meeting.id, actor.member_id),
    )


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

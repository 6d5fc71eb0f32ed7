"""The chair is one person: what others are told, and when they may step in."""

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden
from colloquy.core.runtime import Runtime
from colloquy.meetings.chairing import policy, queries
from colloquy.meetings.chairing.fold import Seat
from colloquy.meetings.scene import Scene

OTHERS_WAIT = 2
"""Where a deputy is named, anybody else waits so many times as long."""


def expect_chair(scene: Scene) -> None:
    """Refuse what only the chair does to whoever does not hold it, and say what they can do."""
    seat = scene.state.chair
    if seat is None:
        raise Forbidden("Nobody holds the chair at the moment. Take the chair first.")
    if not policy.holds_chair(scene.actor, scene.state):
        name = name_of(scene, seat)
        raise Forbidden(
            f"{name} holds the chair, so only {name} does this. Ask to be handed the chair. You "
            f"can take it over when {name}'s connection has been gone for {patience(scene)} seconds."
        )


async def expect_free(scene: Scene, seat: Seat, here: set[UUID]) -> datetime:
    """Refuse to take over a chair whose holder is here or was until just now; answers since when."""
    name = name_of(scene, seat)
    if seat.member_id in here:
        raise Conflict(f"{name} holds the chair and is here. Ask to be handed the chair.")
    seen = await queries.last_seen(scene.session, scene.meeting.id, seat.member_id)
    away_since = max(seat.since, seen or seat.since)
    free_at = away_since + timedelta(seconds=patience(scene))
    if now() < free_at:
        seconds = int((free_at - now()).total_seconds()) + 1
        raise Conflict(
            f"The connection of {name} has been gone since {away_since:%H:%M:%S} UTC and may come "
            f"back. You can take the chair over in {seconds} seconds, at {free_at:%H:%M:%S} UTC."
        )
    return away_since


def patience(scene: Scene) -> int:
    """For how many seconds the chair must be gone before this person may take it over."""
    seconds = scene.settings.chair_away_seconds
    is_deputy = scene.state.deputy_id in (None, scene.actor.member_id)
    return seconds if is_deputy else OTHERS_WAIT * seconds


def name_of(scene: Scene, seat: Seat) -> str:
    """The name of whoever holds the chair, as everybody in the meeting sees it."""
    return scene.state.people[seat.member_id].name


async def note_sighting(runtime: Runtime, meeting_id: UUID, actor: Actor, at: datetime) -> None:
    """Keep when somebody who may chair was last heard of, so that it outlives a server."""
    if actor.may(Permission.MEETING_CHAIR):
        # a rehearsal is deleted while its chair still sits in it
        with suppress(IntegrityError):
            async with runtime.unit_of_work() as session:
                await queries.note_sighting(session, meeting_id, actor.member_id, at)


async def last_seen(session: AsyncSession, meeting_id: UUID, seat: Seat | None) -> datetime | None:
    """When the holder of the chair was last heard of."""
    return await queries.last_seen(session, meeting_id, seat.member_id) if seat else None

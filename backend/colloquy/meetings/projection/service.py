"""Projector codes: made by the chair, one a meeting, kept only as a hash, and taken back at once."""

from datetime import timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import outbox
from colloquy.core.clock import now
from colloquy.core.errors import NotFound, NotSignedIn
from colloquy.core.settings import Settings
from colloquy.core.tokens import hash_token, new_code, read_code
from colloquy.meetings.envelope import channel, look_again
from colloquy.meetings.models import Meeting, ProjectorKey
from colloquy.meetings.projection import queries
from colloquy.meetings.projection.schemas import LENGTH, ProjectorKeyMade, ProjectorKeyRead

AFTER_THE_END = timedelta(hours=12)


async def make_key(
    session: AsyncSession, actor: Actor, meeting: Meeting, settings: Settings
) -> ProjectorKeyMade:
    """A new projector code; the one before ends, and so do the walls that were opened with it."""
    before = await queries.key_of(session, meeting.id)
    shows_hands = before.shows_hands if before else True
    if before:
        await _remove(session, before)
    code = new_code(LENGTH)
    key = ProjectorKey(
        meeting_id=meeting.id, code_hash=hash_token(code), made_at=now(), shows_hands=shows_hands
    )
    session.add(key)
    record(session, actor, "meeting:projector:made", meeting.id)
    return ProjectorKeyMade(
        **_read(key).model_dump(),
        code="-".join(code[place : place + 4] for place in range(0, LENGTH, 4)),
        link=f"{settings.base_url}/projector#k={code}",
    )


async def find_key(session: AsyncSession, meeting_id: UUID) -> ProjectorKeyRead | None:
    """What is known of a meeting's projector code; None where there is none."""
    key = await queries.key_of(session, meeting_id)
    return _read(key) if key else None


async def set_what_is_shown(
    session: AsyncSession, actor: Actor, meeting: Meeting, *, shows_hands: bool
) -> ProjectorKeyRead:
    """Show or hide how many hands are up; walls that are open follow at once."""
    key = await _expect_key(session, meeting)
    key.shows_hands = shows_hands
    session.add(key)
    outbox.tell(session, channel(meeting.id), look_again(key.id).pack())
    record(session, actor, "meeting:projector:changed", meeting.id, shows_hands=shows_hands)
    return _read(key)


async def end_key(session: AsyncSession, actor: Actor, meeting: Meeting) -> None:
    """Take the projector code back; every wall that was opened with it closes."""
    await _remove(session, await _expect_key(session, meeting))
    record(session, actor, "meeting:projector:ended", meeting.id)


async def find_wall(session: AsyncSession, typed: str) -> tuple[ProjectorKey, Meeting]:
    """What a projector code opens, until half a day after the end."""
    if not typed:
        raise NotSignedIn("Type the projector code that the chair has made.")
    found = await queries.by_code(session, hash_token(read_code(typed)))
    if found is None or (found[1].ended_at and found[1].ended_at + AFTER_THE_END < now()):
        raise NotFound(
            "This projector code is not valid, or no longer. Ask the chair for a new one."
        )
    return found


async def _expect_key(session: AsyncSession, meeting: Meeting) -> ProjectorKey:
    key = await queries.key_of(session, meeting.id)
    if key is None:
        raise NotFound("There is no projector code for this meeting.")
    return key


async def _remove(session: AsyncSession, key: ProjectorKey) -> None:
    outbox.tell(session, channel(key.meeting_id), look_again(key.id).pack())
    await session.delete(key)
    await session.flush()


def _read(key: ProjectorKey) -> ProjectorKeyRead:
    return ProjectorKeyRead(made_at=key.made_at, shows_hands=key.shows_hands)

"""Shared notes: what is added is kept before it is acknowledged, and told to the others after.

A note is a whole and the additions since. Every so many additions they become the next whole.
"""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import outbox
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, NotFound, TooLarge
from colloquy.meetings.small_groups import policy, queries
from colloquy.meetings.small_groups.frames import NoteUpdated, enclose, note_channel
from colloquy.meetings.small_groups.models import NoteUpdate, SmallGroup
from colloquy.meetings.small_groups.schemas import NoteAddition, NoteKept, NoteRead
from colloquy.meetings.small_groups.sheet import Sheet

NOTE_LIMIT = 200_000
SIZE_LIMIT = 8 * 1024 * 1024
MERGE_EVERY = 64

FULL = (
    f"The note is full: it holds {NOTE_LIMIT:,} characters. Your last words are not saved. "
    "Please shorten the note; what was saved before stays."
)
CLOSED = (
    "The chair has called everybody back, so the note is closed. What was saved before stays; "
    "your last words are not saved."
)


async def find_small_group(
    session: AsyncSession, actor: Actor, meeting_id: UUID, small_group_id: UUID
) -> SmallGroup:
    """A small group whose note this member may read now."""
    group = await queries.small_group(session, meeting_id, small_group_id)
    if group is None:
        raise NotFound("There is no such small group in this meeting.")
    is_placed = await queries.is_placed(session, group.id, actor.member_id)
    if not policy.can_read_note(actor, is_placed=is_placed, is_frozen=group.frozen_at is not None):
        raise Forbidden(
            "This note is for the people in that small group until everybody is called back."
        )
    return group


async def read(
    session: AsyncSession, actor: Actor, group: SmallGroup, state_vector: bytes
) -> NoteRead:
    """What somebody lacks of a note who has this much of it."""
    sheet = await open_sheet(session, group)
    is_placed = await queries.is_placed(session, group.id, actor.member_id)
    is_open = group.opened_at is not None and group.frozen_at is None
    return NoteRead(
        seq=group.last_seq,
        state_vector=sheet.state_vector,
        length=group.length,
        update=sheet.lacking(state_vector),
        is_frozen=group.frozen_at is not None,
        may_write=is_open and policy.can_write_note(actor, is_placed=is_placed),
    )


async def add(
    session: AsyncSession, actor: Actor, small_group_id: UUID, given: NoteAddition
) -> NoteKept:
    """Keep an addition; the same addition once more changes nothing."""
    group, sheet = await _open_to_write(session, actor, small_group_id)
    is_new = sheet.add(given.update)
    if not sheet.has(given.state_vector):
        raise Conflict("Earlier words of yours have not arrived yet. Nothing is lost: send again.")
    if is_new:
        await _keep(session, actor, group, sheet, given.update)
    return NoteKept(seq=group.last_seq, state_vector=sheet.state_vector, length=group.length)


async def add_line(
    session: AsyncSession, actor: Actor, meeting_id: UUID, small_group_id: UUID, line: str
) -> None:
    """Put a line at the end of a note, unless the very same line stands in it."""
    await find_small_group(session, actor, meeting_id, small_group_id)
    group, sheet = await _open_to_write(session, actor, small_group_id)
    if line not in sheet.text.splitlines():
        await _keep(session, actor, group, sheet, sheet.write(line))


async def open_sheet(session: AsyncSession, group: SmallGroup) -> Sheet:
    """A note put together."""
    since = await queries.additions(session, group.id, after=group.note_seq)
    return Sheet([group.note, *(addition.update for addition in since)])


async def _open_to_write(
    session: AsyncSession, actor: Actor, small_group_id: UUID
) -> tuple[SmallGroup, Sheet]:
    """A note that this member may write in now, locked and put together."""
    group = await queries.lock(session, small_group_id)
    if group.frozen_at:
        raise Conflict(CLOSED)
    if group.opened_at is None:
        raise Conflict("The note is opened when the chair sends everybody to their small groups.")
    if not policy.can_write_note(
        actor, is_placed=await queries.is_placed(session, group.id, actor.member_id)
    ):
        raise Forbidden("This note is written by the people in that small group.")
    return group, await open_sheet(session, group)


async def _keep(
    session: AsyncSession, actor: Actor, group: SmallGroup, sheet: Sheet, update: bytes
) -> None:
    length = len(sheet.text)
    if length > NOTE_LIMIT or group.size + len(update) > SIZE_LIMIT:
        raise TooLarge(FULL)
    group.last_seq += 1
    group.length, group.changed_at = length, now()
    group.size += len(update)
    if group.last_seq - group.note_seq >= MERGE_EVERY:
        group.note, group.note_seq = sheet.whole(), group.last_seq
        group.size = len(group.note)
        await queries.forget_additions(session, group.id)
    else:
        session.add(NoteUpdate(small_group_id=group.id, seq=group.last_seq, update=update))
    if str(actor.member_id) not in group.writer_ids:
        group.writer_ids = [*group.writer_ids, str(actor.member_id)]
        # that somebody wrote in the note is recorded once, what they wrote is not
        record(session, actor, "meeting:note:written", group.id)
    session.add(group)
    told = NoteUpdated(type="note_updated", seq=group.last_seq, update=update)
    outbox.tell(session, note_channel(group.id), enclose(told))

"""Keeping codings on their words while the text under them is corrected, split and joined."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.coding import queries
from colloquy.coding.messages import CodingRemoving
from colloquy.coding.models import Coding
from colloquy.core.errors import Conflict
from colloquy.core.events import announce
from colloquy.core.ids import new_id
from colloquy.methods.anchors import Anchor, anchor, reanchor
from colloquy.texts.messages import (
    DocumentClearing,
    SegmentDivided,
    SegmentEdited,
    SegmentsUniting,
)

SAYS = ("code_id", "coder_id", "mechanism_id", "version_id", "element", "stance", "memo")
"""What a coding says of its words."""


def put(coding: Coding, held: Anchor) -> None:
    """Let a coding hold on to these words."""
    coding.start, coding.end, coding.quote = held.start, held.end, held.quote
    coding.prefix, coding.suffix, coding.is_orphan = held.prefix, held.suffix, False


async def hold_on_to_words(session: AsyncSession, event: SegmentEdited) -> None:
    """Move a segment's codings with their words; one whose words have gone becomes an orphan.

    The words may come back (an edit taken back): then the orphan has its place again.
    """
    for coding in await queries.codings_of_segment(session, event.segment_id):
        held = Anchor(coding.start, coding.end, coding.quote, coding.prefix, coding.suffix)
        found = reanchor(held, event.before, event.after)
        if found is None:
            coding.is_orphan = True
        else:
            put(coding, anchor(event.after, found.start, found.end))
        session.add(coding)


async def follow_division(session: AsyncSession, event: SegmentDivided) -> None:
    """Take codings along to the second of two segments; one across the cut becomes two."""
    first, second = event.before[: event.at], event.before[event.rest :]
    for coding in await queries.codings_of_segment(session, event.first_id):
        start, end = coding.start, coding.end
        if coding.is_orphan:
            continue
        if event.at <= start and end <= event.rest:
            coding.is_orphan = True  # it held nothing but the blank that the split took
        elif end <= event.rest:
            put(coding, anchor(first, start, min(end, event.at)))
        elif start >= event.at:
            coding.segment_id = event.second_id
            put(coding, anchor(second, max(start - event.rest, 0), end - event.rest))
        else:
            put(coding, anchor(first, start, event.at))
            session.add(_rest_of(coding, event.second_id, anchor(second, 0, end - event.rest)))
        session.add(coding)
    await session.flush()


async def follow_union(session: AsyncSession, event: SegmentsUniting) -> None:
    """Take the codings of the second segment along; the two parts of one become one again."""
    ahead = {
        coding.id: coding for coding in await queries.codings_of_segment(session, event.first_id)
    }
    for coding in ahead.values():
        if not coding.is_orphan:
            put(coding, anchor(event.text, coding.start, coding.end))
        session.add(coding)
    for coding in await queries.codings_of_segment(session, event.second_id):
        coding.segment_id = event.first_id
        if not coding.is_orphan:
            start, end = coding.start + event.shift, coding.end + event.shift
            put(coding, anchor(event.text, start, end))
        session.add(coding)
        await session.flush()
        await _heal(session, event, ahead.get(coding.parted_from or coding.id), coding)


async def refuse_to_lose_codings(session: AsyncSession, event: DocumentClearing) -> None:
    """A document that has been coded keeps its segments."""
    if await queries.is_coded(session, event.document_id):
        raise Conflict(
            "This document has been coded, so its text cannot be made afresh. Correct it instead; "
            "the codings follow."
        )


def _rest_of(coding: Coding, segment_id: UUID, held: Anchor) -> Coding:
    rest = Coding(
        study_id=coding.study_id,
        document_id=coding.document_id,
        segment_id=segment_id,
        client_id=new_id(),
        parted_from=coding.id,
        removed_at=coding.removed_at,
        start=held.start,
        end=held.end,
        quote=held.quote,
        **{name: getattr(coding, name) for name in SAYS},
    )
    put(rest, held)
    return rest


async def _heal(
    session: AsyncSession, event: SegmentsUniting, first: Coding | None, rest: Coding
) -> None:
    """Make one of two parts that meet at the seam and say the same, unless the second is cited."""
    if first is None or first.is_orphan or rest.is_orphan or rest.removed_at:
        return
    meets = first.end == event.shift - 1 and rest.start == event.shift
    if not meets or any(getattr(first, name) != getattr(rest, name) for name in SAYS):
        return
    try:
        await announce(session, CodingRemoving(event.actor, rest.id))
    except Conflict:
        return
    put(first, anchor(event.text, first.start, rest.end))
    session.add(first)
    await session.flush()
    await session.delete(rest)

"""A text put together for its editor: a stretch of it, what changed, and its history."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.methods.masking import Mask
from colloquy.methods.verbatim import superfluous
from colloquy.texts import policy
from colloquy.texts.editing import queries
from colloquy.texts.editing.changing import timed_words
from colloquy.texts.editing.models import EditKind, TextEdit
from colloquy.texts.editing.schemas import (
    ChangesRead,
    ConflictRead,
    EditRead,
    PassagePage,
    PassageRead,
)
from colloquy.texts.masking.reading import mask_for, study_mask
from colloquy.texts.models import Document, Segment
from colloquy.texts.reading import read_speakers

OVERLAP = timedelta(seconds=5)
"""A change is told for this long: the one who made it may have begun before it could be seen."""
HISTORY = 200
SHOWN = 200


async def read_page(
    session: AsyncSession, actor: Actor, document: Document, offset: int, limit: int
) -> PassagePage:
    """A stretch of a text, in order."""
    as_of = now()
    segments = await queries.page(session, document.id, offset, limit)
    previous = await _previous(session, segments)
    return PassagePage(
        total=await queries.count_segments(session, document.id),
        offset=offset,
        passages=await _passages(session, actor, segments, previous),
        speakers=list((await read_speakers(session, [document.id])).values()),
        is_correctable=policy.is_correctable(document),
        as_of=as_of,
    )


async def read_changes(
    session: AsyncSession, actor: Actor, document: Document, since: datetime
) -> ChangesRead:
    """What became of a text since a moment; the last seconds are told again, which is harmless."""
    as_of = now()
    moment = since - OVERLAP
    segments = await queries.changed_since(session, document.id, moment)
    named = {
        UUID(entry["id"])
        for edit in await queries.shape_changes(session, document.id, moment)
        for entry in edit.passages
    }
    return await _changes(session, actor, document, segments, named=named, as_of=as_of)


async def read_outcome(
    session: AsyncSession,
    actor: Actor,
    document: Document,
    touched: Collection[UUID],
    conflicts: Sequence[ConflictRead] = (),
) -> ChangesRead:
    """What a step did to the passages that it names."""
    segments = await queries.by_ids(session, document.id, touched)
    in_order = sorted(segments.values(), key=lambda segment: segment.position)
    return await _changes(
        session, actor, document, in_order, named=set(touched), as_of=now(), conflicts=conflicts
    )


async def read_history(session: AsyncSession, actor: Actor, document: Document) -> list[EditRead]:
    """The latest steps of everybody, newest first."""
    mask = await mask_for(session, actor)
    return [
        _edit(edit, member.display_name, edit.member_id == actor.member_id, mask)
        for edit, member in await queries.history(session, document.id, HISTORY)
    ]


async def _changes(  # noqa: PLR0913 - the parts of one answer
    session: AsyncSession,
    actor: Actor,
    document: Document,
    segments: Sequence[Segment],
    *,
    named: Collection[UUID],
    as_of: datetime,
    conflicts: Sequence[ConflictRead] = (),
) -> ChangesRead:
    there = await queries.by_ids(session, document.id, named)
    follows = await queries.before(session, segments)
    return ChangesRead(
        passages=await _passages(session, actor, segments, follows),
        gone=sorted(set(named) - there.keys()),
        conflicts=list(conflicts),
        speakers=list((await read_speakers(session, [document.id])).values()),
        as_of=as_of,
    )


async def _previous(session: AsyncSession, segments: Sequence[Segment]) -> dict[UUID, UUID]:
    """In a stretch each follows the one before it; only the first needs to be asked for."""
    first = await queries.before(session, segments[:1])
    pairs = zip(segments[1:], segments, strict=False)
    return first | {segment.id: before.id for segment, before in pairs}


async def _passages(
    session: AsyncSession,
    actor: Actor,
    segments: Sequence[Segment],
    follows: dict[UUID, UUID],
) -> list[PassageRead]:
    hidden, marked = await mask_for(session, actor), await study_mask(session, actor.study_id)
    return [_passage(segment, follows.get(segment.id), hidden, marked) for segment in segments]


def _passage(segment: Segment, follows: UUID | None, hidden: Mask, marked: Mask) -> PassageRead:
    text = hidden.text(segment.text)
    return PassageRead(
        id=segment.id,
        follows=follows,
        text=text,
        speaker_id=segment.speaker_id,
        version_id=segment.version_id,
        start=segment.start,
        end=segment.end,
        confidence=segment.confidence,
        flags=segment.flags,
        is_edited=segment.edited_at is not None,
        times=_times(segment, text),
        superfluous=superfluous(text),
        identifying=marked.places(text),
    )


def _times(segment: Segment, text: str) -> list[int]:
    start = segment.start or 0.0
    times: list[int] = []
    for word in timed_words(segment, text):
        times += [
            round(100 * (word.start - start)),
            round(100 * (word.end - start)),
            round(100 * word.probability),
        ]
    return times


def _edit(edit: TextEdit, by: str, is_mine: bool, mask: Mask) -> EditRead:
    first = edit.passages[0]
    before: dict[str, Any] = first["before"] or {}
    after: dict[str, Any] = first["after"] or {}
    return EditRead(
        id=edit.id,
        kind=EditKind(edit.kind),
        by=by,
        is_mine=is_mine,
        is_undone=edit.undone_at is not None,
        at=edit.changed_at if edit.undone_at is None else edit.created_at,
        before=mask.text(before.get("text", ""))[:SHOWN],
        after=mask.text(after.get("text", ""))[:SHOWN],
        passages=len(edit.passages),
        start=before.get("start", after.get("start")),
    )

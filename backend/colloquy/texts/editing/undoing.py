"""Taking steps back and making them again: each person's own, as far back as they go."""

from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.core.events import announce
from colloquy.methods.merging import carried_place, merged
from colloquy.texts import queries as texts
from colloquy.texts.editing import queries
from colloquy.texts.editing.changing import divide, put_speaker, put_words, unite
from colloquy.texts.editing.models import EditKind, TextEdit
from colloquy.texts.editing.schemas import ConflictRead
from colloquy.texts.messages import DocumentChanged
from colloquy.texts.models import Document, Segment

State = dict[str, Any]


async def undo(
    session: AsyncSession, actor: Actor, document: Document
) -> tuple[list[UUID], list[ConflictRead]]:
    """Take my last step back; answers the passages it touched.

    Where somebody has since changed the same words, theirs stay and the step is passed over: both
    are in the answer.
    """
    step = await queries.last_done(session, document.id, actor.member_id)
    if step is None:
        raise Conflict("There is nothing of yours to take back in this transcript.")
    step.undone_at = now()
    session.add(step)
    return await _apply(session, actor, document, step, backwards=True)


async def redo(
    session: AsyncSession, actor: Actor, document: Document
) -> tuple[list[UUID], list[ConflictRead]]:
    """Make the step again that I took back last, unless I have done something else since."""
    step = await queries.last_undone(session, document.id, actor.member_id)
    last = await queries.last_done(session, document.id, actor.member_id)
    if step is None or step.undone_at is None or (last and last.created_at > step.undone_at):
        raise Conflict("There is nothing to make again.")
    step.undone_at = None
    session.add(step)
    return await _apply(session, actor, document, step, backwards=False)


async def _apply(
    session: AsyncSession, actor: Actor, document: Document, step: TextEdit, *, backwards: bool
) -> tuple[list[UUID], list[ConflictRead]]:
    ids = [UUID(entry["id"]) for entry in step.passages]
    there = await queries.by_ids(session, document.id, ids, locked=True)
    old, new = ("after", "before") if backwards else ("before", "after")
    conflicts: list[ConflictRead] = []
    if step.kind in (EditKind.WORDS, EditKind.SPEAKER):
        for entry in step.passages:
            segment = there.get(UUID(entry["id"]))
            if segment is None:
                conflicts.append(_passed_over(entry, entry[new], None))
            elif step.kind == EditKind.WORDS:
                conflicts += await _words_back(session, actor, segment, entry[old], entry[new])
            else:
                await _voice_back(session, actor, segment, entry[old], entry[new])
    elif (step.kind == EditKind.SPLIT) == backwards:
        conflicts += await _together(session, actor, step, ids, there)
    else:
        conflicts += await _apart(session, actor, step, ids, there)
    verb = "undone" if backwards else "redone"
    record(session, actor, f"texts:edit:{verb}", step.id, document=str(document.id))
    await session.flush()
    await announce(session, DocumentChanged(document.id))
    return ids, conflicts


async def _words_back(
    session: AsyncSession, actor: Actor, segment: Segment, old: State, new: State
) -> list[ConflictRead]:
    is_untouched = segment.text == old["text"]
    text = merged(old["text"], new["text"], segment.text)
    if text is None:
        return [_passed_over({"id": str(segment.id)}, new, segment)]
    # as nobody has touched it, the times that it had are its times again
    await put_words(session, actor, segment, text, new["words"] if is_untouched else None)
    return []


async def _voice_back(
    session: AsyncSession, actor: Actor, segment: Segment, old: State, new: State
) -> None:
    """Another has given the passage to somebody else since, or the voice is gone: leave it."""
    present = str(segment.speaker_id) if segment.speaker_id else None
    wanted = UUID(new["speaker_id"]) if new["speaker_id"] else None
    is_gone = wanted and not await texts.speaker(session, segment.document_id, wanted)
    if present == old["speaker_id"] and not is_gone:
        put_speaker(session, actor, segment, wanted)


async def _together(
    session: AsyncSession, actor: Actor, step: TextEdit, ids: list[UUID], there: dict[UUID, Segment]
) -> list[ConflictRead]:
    first, second = there.get(ids[0]), there.get(ids[1])
    if first is None or second is None or second.position != first.position + 1:
        return [_passed_over(step.passages[0], step.passages[0]["before"], first)]
    await unite(session, actor, first, second)
    return []


async def _apart(
    session: AsyncSession, actor: Actor, step: TextEdit, ids: list[UUID], there: dict[UUID, Segment]
) -> list[ConflictRead]:
    first = there.get(ids[0])
    # of a join the two texts are before it, of a split after it
    side = "before" if step.kind == EditKind.JOIN else "after"
    one, two = step.passages[0][side], step.passages[1][side]
    if first is None or ids[1] in there:
        return [_passed_over(step.passages[0], one, first)]
    joined = f"{one['text']} {two['text']}"
    at = carried_place(joined, first.text, len(one["text"]))
    if not first.text[:at].strip() or not first.text[at:].strip():
        return [_passed_over(step.passages[0], one, first)]
    second = await divide(session, actor, first, at, ids[1])
    for segment, state in ((first, one), (second, two)):
        segment.start, segment.end = state["start"], state["end"]
        segment.flags = list(state["flags"])
        if segment.text == state["text"]:
            segment.words = state["words"]
        session.add(segment)
    speaker_id = UUID(two["speaker_id"]) if two["speaker_id"] else None
    if not speaker_id or await texts.speaker(session, first.document_id, speaker_id):
        second.speaker_id, second.confidence = speaker_id, two["confidence"]
    second.version_id = UUID(two["version_id"]) if two["version_id"] else None
    return []


def _passed_over(entry: State, wanted: State | None, segment: Segment | None) -> ConflictRead:
    return ConflictRead(
        segment_id=UUID(entry["id"]),
        yours=(wanted or {}).get("text", ""),
        theirs=segment.text if segment else "",
        by=None,
    )

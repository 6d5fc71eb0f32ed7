"""The verbs of the editor: every one is a step that its maker can take back."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Invalid, NotFound
from colloquy.core.events import announce
from colloquy.methods.merging import carried_place, merged
from colloquy.texts import queries as texts
from colloquy.texts.editing import queries
from colloquy.texts.editing.changing import divide, put_speaker, put_words, state_of, unite
from colloquy.texts.editing.models import EditKind, TextEdit
from colloquy.texts.editing.schemas import ConflictRead, PassageWords, SplitEdit, WordsEdit
from colloquy.texts.messages import DocumentChanged
from colloquy.texts.models import Document, Segment
from colloquy.texts.schemas import SegmentUpdate

Before = dict[UUID, dict[str, object]]


async def change_words(
    session: AsyncSession, actor: Actor, document: Document, given: WordsEdit
) -> list[ConflictRead]:
    """Put new words to passages; answers those where somebody else changed the same words.

    What another changed elsewhere in a passage stays beside what is new.
    """
    wanted = {entry.segment_id: entry for entry in given.passages}
    segments = await queries.by_ids(session, document.id, wanted, locked=True)
    mine = _written_in(await queries.edit_of_client(session, given.client_id), actor)
    conflicts: list[ConflictRead] = []
    before: Before = {}
    for segment_id, entry in wanted.items():
        segment = segments.get(segment_id)
        # an answer may have been lost on its way: then what stands there is what I wrote before
        seen = mine.get(segment_id, entry.seen) if segment else entry.seen
        if segment and segment.text != seen:
            seen = entry.seen
        text = merged(seen, entry.text.strip(), segment.text) if segment else None
        if segment is None or text is None:
            conflicts.append(await _conflict(session, document, entry, segment))
            continue
        state = state_of(segment)
        if await put_words(session, actor, segment, text):
            before[segment_id] = state
    if before:
        await _remember_typing(session, actor, document, given.client_id, before, segments)
    return conflicts


async def correct_segment(
    session: AsyncSession, actor: Actor, document: Document, segment: Segment, given: SegmentUpdate
) -> None:
    """Correct what was heard, who said it, or both; words not seen are never overwritten."""
    await session.refresh(segment, with_for_update=True)
    if given.text is not None:
        text = merged(given.seen or "", given.text.strip(), segment.text)
        if text is None:
            raise Conflict(
                f"Somebody has corrected this passage since you opened it. It now reads: "
                f"“{segment.text}” Your words are still in the box; save again to put them there."
            )
        before = {segment.id: state_of(segment)}
        if await put_words(session, actor, segment, text):
            await remember(session, actor, document, EditKind.WORDS, before, [segment])
    if "speaker_id" in given.model_fields_set:
        await assign_speaker(session, actor, document, [segment.id], given.speaker_id)


async def assign_speaker(
    session: AsyncSession,
    actor: Actor,
    document: Document,
    segment_ids: Sequence[UUID],
    speaker_id: UUID | None,
) -> None:
    """Say which voice of the document spoke passages, or that it is not known."""
    if speaker_id and await texts.speaker(session, document.id, speaker_id) is None:
        raise NotFound("There is no such speaker in this document.")
    segments = await queries.by_ids(session, document.id, segment_ids, locked=True)
    if not segments:
        raise NotFound("There is no such passage in this document any more.")
    before = {segment.id: state_of(segment) for segment in segments.values()}
    for segment in segments.values():
        put_speaker(session, actor, segment, speaker_id)
    await remember(session, actor, document, EditKind.SPEAKER, before, segments.values())


async def split(
    session: AsyncSession, actor: Actor, document: Document, given: SplitEdit
) -> list[UUID]:
    """Make two passages of one where it was split by the text as it was seen."""
    segment = await _segment(session, document, given.segment_id)
    before = {segment.id: state_of(segment)}
    at = carried_place(given.seen, segment.text, given.at)
    new = await divide(session, actor, segment, at)
    await remember(session, actor, document, EditKind.SPLIT, before, [segment, new])
    return [segment.id, new.id]


async def join(
    session: AsyncSession, actor: Actor, document: Document, segment_id: UUID
) -> list[UUID]:
    """Make one passage of this and the next."""
    first = await _segment(session, document, segment_id)
    second = await queries.next_segment(session, first)
    if second is None:
        raise Invalid("This is the last passage, so there is none to join it with.")
    before = {first.id: state_of(first), second.id: state_of(second)}
    await unite(session, actor, first, second)
    await remember(session, actor, document, EditKind.JOIN, before, [first])
    return [first.id, second.id]


async def remember(  # noqa: PLR0913 - who did what to which passages of what
    session: AsyncSession,
    actor: Actor,
    document: Document,
    kind: EditKind,
    before: Before,
    after: Iterable[Segment],
    client_id: UUID | None = None,
) -> None:
    """Write a step into the history, and tell that the document says something else."""
    now_there = {segment.id: state_of(segment) for segment in after}
    session.add(
        TextEdit(
            document_id=document.id,
            member_id=actor.member_id,
            kind=kind,
            client_id=client_id,
            passages=[
                {"id": str(key), "before": before.get(key), "after": now_there.get(key)}
                for key in dict.fromkeys([*before, *now_there])
            ],
        )
    )
    await session.flush()
    await announce(session, DocumentChanged(document.id))


async def _remember_typing(
    session: AsyncSession,
    actor: Actor,
    document: Document,
    client_id: UUID,
    before: Before,
    segments: dict[UUID, Segment],
) -> None:
    """What is typed into a passage at one go is one step, however often it was saved."""
    after = [segments[key] for key in before]
    step = await queries.edit_of_client(session, client_id)
    is_same = (
        step is not None
        and (step.member_id, step.document_id) == (actor.member_id, document.id)
        and step.undone_at is None
        and {entry["id"] for entry in step.passages} == {str(key) for key in before}
    )
    if step is None or not is_same:
        await remember(session, actor, document, EditKind.WORDS, before, after, client_id)
        return
    states = {str(segment.id): state_of(segment) for segment in after}
    step.passages = [entry | {"after": states[entry["id"]]} for entry in step.passages]
    step.changed_at = now()
    session.add(step)
    await announce(session, DocumentChanged(document.id))


def _written_in(step: TextEdit | None, actor: Actor) -> dict[UUID, str]:
    """What a person has written into passages in a step so far."""
    if step is None or step.member_id != actor.member_id or step.undone_at:
        return {}
    return {UUID(entry["id"]): entry["after"]["text"] for entry in step.passages}


async def _segment(session: AsyncSession, document: Document, segment_id: UUID) -> Segment:
    found = await queries.by_ids(session, document.id, [segment_id], locked=True)
    if segment_id not in found:
        raise NotFound("This passage is no longer there: somebody has joined it with another.")
    return found[segment_id]


async def _conflict(
    session: AsyncSession, document: Document, entry: PassageWords, segment: Segment | None
) -> ConflictRead:
    by: str | None = None
    for edit, member in await queries.history(session, document.id, 50):
        if any(passage["id"] == str(entry.segment_id) for passage in edit.passages):
            by = member.display_name
            break
    return ConflictRead(
        segment_id=entry.segment_id,
        yours=entry.text,
        theirs=segment.text if segment else "",
        by=by,
    )

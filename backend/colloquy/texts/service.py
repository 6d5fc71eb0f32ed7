"""Finding documents, and correcting what was heard and who said it."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Invalid, NotFound
from colloquy.core.events import announce
from colloquy.texts import queries
from colloquy.texts.messages import SegmentEdited
from colloquy.texts.models import Document, Segment, Speaker
from colloquy.texts.schemas import SegmentUpdate


async def find_document(session: AsyncSession, study_id: UUID, document_id: UUID) -> Document:
    """A document of this study, or `NotFound`."""
    document = await queries.document(session, study_id, document_id)
    if document is None:
        raise NotFound("There is no such document in this study.")
    return document


async def find_document_made_from(
    session: AsyncSession, study_id: UUID, origin_id: UUID
) -> Document:
    """The document made from a comment, transcript or answer, or `NotFound`."""
    document = await queries.document_of_origin(session, study_id, origin_id)
    if document is None:
        raise NotFound("There is no such document in this study.")
    return document


async def find_segment(
    session: AsyncSession, study_id: UUID, segment_id: UUID
) -> tuple[Segment, Document]:
    """A segment of this study with its document, or `NotFound`."""
    found = await queries.segment(session, study_id, segment_id)
    if found is None:
        raise NotFound("There is no such passage in this study.")
    return found


async def find_speaker(session: AsyncSession, document: Document, speaker_id: UUID) -> Speaker:
    """A voice of this document, or `NotFound`."""
    speaker = await queries.speaker(session, document.id, speaker_id)
    if speaker is None:
        raise NotFound("There is no such speaker in this document.")
    return speaker


async def edit_segment(session: AsyncSession, actor: Actor, segment: Segment, text: str) -> None:
    """Change a segment's words; whatever is anchored to them follows.

    `words` keeps what the engine heard and when: it is not the text after an edit.
    """
    before, after = segment.text, text.strip()
    if not after:
        raise Invalid("A passage cannot be empty. The words have not been changed.")
    if after == before:
        return
    segment.text, segment.edited_at = after, now()
    session.add(segment)
    await session.flush()
    record(session, actor, "texts:segment:edited", segment.id, document=str(segment.document_id))
    await announce(session, SegmentEdited(segment.id, before, after))


async def rewrite_document(
    session: AsyncSession, actor: Actor, document: Document, text: str
) -> None:
    """Change the words of a document of one segment, as its writer wishes."""
    for segment in await queries.segments(session, document.id):
        await edit_segment(session, actor, segment, text)


async def correct_segment(
    session: AsyncSession, actor: Actor, document: Document, segment: Segment, given: SegmentUpdate
) -> None:
    """Correct what was heard, who said it, or both; words not seen are never overwritten."""
    await session.refresh(segment, with_for_update=True)
    if given.text is not None:
        if segment.text not in (given.seen, given.text.strip()):
            raise Conflict(
                f"Somebody has corrected this passage since you opened it. It now reads: "
                f"“{segment.text}” Your words are still in the box; save again to put them there."
            )
        await edit_segment(session, actor, segment, given.text)
    if "speaker_id" in given.model_fields_set:
        speaker = (
            await find_speaker(session, document, given.speaker_id) if given.speaker_id else None
        )
        await assign_speaker(session, actor, segment, speaker)


async def assign_speaker(
    session: AsyncSession, actor: Actor, segment: Segment, speaker: Speaker | None
) -> None:
    """Say which voice of the document spoke a segment, or that it is not known."""
    if speaker is not None and speaker.document_id != segment.document_id:
        raise NotFound("There is no such speaker in this document.")
    segment.speaker_id = speaker.id if speaker else None
    segment.confidence, segment.attributed_at = 1.0 if speaker else None, now()
    session.add(segment)
    record(
        session, actor, "texts:segment:attributed", segment.id, speaker=speaker and speaker.label
    )


async def add_speaker(
    session: AsyncSession, actor: Actor, document: Document, label: str, member_id: UUID | None
) -> Speaker:
    """Add a voice to a document."""
    await _check_member(session, actor, member_id)
    if await queries.speaker_of_label(session, document.id, label.strip()):
        raise Conflict(f"“{label.strip()}” is in this document already. Choose another name.")
    speaker = Speaker(document_id=document.id, label=label.strip(), member_id=member_id)
    session.add(speaker)
    await session.flush()
    record(session, actor, "texts:speaker:added", speaker.id, label=speaker.label)
    return speaker


async def name_speaker(
    session: AsyncSession, actor: Actor, speaker: Speaker, label: str, member_id: UUID | None
) -> Speaker:
    """Name a voice and say which member it is; returns the voice that bears the name then.

    Given the label of another voice of the document, the two become one.
    """
    await _check_member(session, actor, member_id)
    other = await queries.speaker_of_label(session, speaker.document_id, label.strip())
    if other is not None and other.id != speaker.id:
        return await _merge(session, actor, speaker, other, member_id)
    before = speaker.label
    speaker.label, speaker.member_id = label.strip(), member_id
    session.add(speaker)
    record(session, actor, "texts:speaker:named", speaker.id, before=before, after=speaker.label)
    return speaker


async def withdraw_document(session: AsyncSession, document: Document) -> None:
    """Let nobody read a document any more, since its writer took the words back."""
    document.withdrawn_at = now()
    session.add(document)


async def _merge(
    session: AsyncSession, actor: Actor, gone: Speaker, kept: Speaker, member_id: UUID | None
) -> Speaker:
    for segment in await queries.segments_of_speaker(session, gone.id):
        segment.speaker_id = kept.id
        session.add(segment)
    kept.member_id = member_id or kept.member_id or gone.member_id
    session.add(kept)
    await session.flush()
    await session.delete(gone)
    record(session, actor, "texts:speaker:merged", kept.id, gone=gone.label, kept=kept.label)
    return kept


async def _check_member(session: AsyncSession, actor: Actor, member_id: UUID | None) -> None:
    if member_id and await queries.member(session, actor.study_id, member_id) is None:
        raise NotFound("There is no such member in this study.")

"""Finding documents, and naming those who speak in them."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound
from colloquy.core.events import announce
from colloquy.texts import queries
from colloquy.texts.editing.changing import put_words
from colloquy.texts.messages import DocumentChanged, VoiceNaming
from colloquy.texts.models import Document, Segment, Speaker


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


async def rewrite_document(
    session: AsyncSession, actor: Actor, document: Document, text: str
) -> None:
    """Change the words of a document of one segment, as its writer wishes."""
    for segment in await queries.segments(session, document.id):
        await put_words(session, actor, segment, text)


async def add_speaker(
    session: AsyncSession, actor: Actor, document: Document, label: str, member_id: UUID | None
) -> Speaker:
    """Add a voice to a document."""
    await _check_member(session, actor, document.id, member_id)
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
    if member_id != speaker.member_id:
        await _check_member(session, actor, speaker.document_id, member_id)
    other = await queries.speaker_of_label(session, speaker.document_id, label.strip())
    if other is not None and other.id != speaker.id:
        return await _merge(session, actor, speaker, other, member_id)
    before = speaker.label
    speaker.label, speaker.member_id = label.strip(), member_id
    session.add(speaker)
    record(session, actor, "texts:speaker:named", speaker.id, before=before, after=speaker.label)
    await session.flush()
    await announce(session, DocumentChanged(speaker.document_id))
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
    await session.flush()
    await announce(session, DocumentChanged(kept.document_id))
    return kept


async def _check_member(
    session: AsyncSession, actor: Actor, document_id: UUID, member_id: UUID | None
) -> None:
    if member_id is None:
        return
    if await queries.member(session, actor.study_id, member_id) is None:
        raise NotFound("There is no such member in this study.")
    await announce(session, VoiceNaming(document_id, member_id))

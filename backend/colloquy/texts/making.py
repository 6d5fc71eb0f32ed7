"""Making documents: many at once, in a number of statements that does not grow with them.

It leaves no audit row of its own: the verb that makes a document (a comment, a transcript) does.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.events import announce
from colloquy.texts import queries
from colloquy.texts.messages import DocumentClearing
from colloquy.texts.models import Document, DocumentKind, Segment, Speaker


@dataclass(frozen=True, slots=True)
class SegmentDraft:
    """A passage to be put into a document; `speaker` is a label, times are seconds."""

    text: str
    speaker: str | None = None
    start: float | None = None
    end: float | None = None
    words: list[dict[str, Any]] | None = None
    version_id: UUID | None = None
    confidence: float | None = None
    flags: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A document to be made; `speakers` says which member a label is, where that is known."""

    kind: DocumentKind
    title: str
    segments: Sequence[SegmentDraft]
    origin_id: UUID | None = None
    stage_id: UUID | None = None
    occurred_at: datetime | None = None
    speakers: Mapping[str, UUID | None] = field(default_factory=dict[str, UUID | None])


async def make_document(session: AsyncSession, study_id: UUID, draft: DocumentDraft) -> Document:
    """Make a document that can be read and coded."""
    return (await make_documents(session, study_id, [draft]))[0]


async def make_documents(
    session: AsyncSession, study_id: UUID, drafts: Sequence[DocumentDraft]
) -> list[Document]:
    """Make documents that can be read and coded, in the order of their drafts."""
    documents = [
        Document(
            study_id=study_id,
            kind=draft.kind,
            title=draft.title,
            origin_id=draft.origin_id,
            stage_id=draft.stage_id,
            occurred_at=draft.occurred_at,
        )
        for draft in drafts
    ]
    voices = [_voices(document, draft) for document, draft in zip(documents, drafts, strict=True)]
    session.add_all(documents)
    await session.flush()
    session.add_all(voice for by_label in voices for voice in by_label.values())
    await session.flush()
    session.add_all(
        _segment(document, position, passage, by_label)
        for document, draft, by_label in zip(documents, drafts, voices, strict=True)
        for position, passage in enumerate(draft.segments)
    )
    await session.flush()
    return documents


async def append_segments(
    session: AsyncSession, document: Document, drafts: Sequence[SegmentDraft]
) -> list[Segment]:
    """Put passages at a document's end; a label not heard before becomes a new speaker."""
    await session.flush()
    found = await queries.speakers(session, [document.id])
    by_label = {speaker.label: speaker for speaker, _ in found}
    new = {
        draft.speaker: Speaker(document_id=document.id, label=draft.speaker)
        for draft in drafts
        if draft.speaker and draft.speaker not in by_label
    }
    session.add_all(new.values())
    await session.flush()
    position = await queries.next_position(session, document.id)
    segments = [
        _segment(document, position + offset, draft, by_label | new)
        for offset, draft in enumerate(drafts)
    ]
    session.add_all(segments)
    await session.flush()
    return segments


async def clear_document(session: AsyncSession, document: Document) -> None:
    """Take every segment and speaker out, to be filled afresh; refused once something is coded."""
    await announce(session, DocumentClearing(document.id))
    await session.exec(delete(Segment).where(col(Segment.document_id) == document.id))
    await session.exec(delete(Speaker).where(col(Speaker.document_id) == document.id))


async def make_nameless(
    session: AsyncSession, origin_ids: Collection[UUID], member_id: UUID, label: str
) -> None:
    """Take a member's name off the documents made from these, in their titles, too."""
    for document, speaker in await queries.spoken_by(session, origin_ids, member_id):
        document.title = document.title.replace(speaker.label, label)
        speaker.label, speaker.member_id = label, None
        session.add(document)
        session.add(speaker)


def _voices(document: Document, draft: DocumentDraft) -> dict[str, Speaker]:
    heard = dict.fromkeys(passage.speaker for passage in draft.segments if passage.speaker)
    known: dict[str, UUID | None] = heard | dict(draft.speakers)
    return {
        label: Speaker(document_id=document.id, label=label, member_id=member_id)
        for label, member_id in known.items()
    }


def _segment(
    document: Document, position: int, draft: SegmentDraft, by_label: Mapping[str, Speaker]
) -> Segment:
    return Segment(
        document_id=document.id,
        position=position,
        text=draft.text,
        speaker_id=by_label[draft.speaker].id if draft.speaker else None,
        version_id=draft.version_id,
        start=draft.start,
        end=draft.end,
        words=draft.words,
        confidence=draft.confidence,
        flags=list(draft.flags),
    )

"""Documents put together for reading."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.methods.masking import Mask
from colloquy.studies.models import Member
from colloquy.texts import policy, queries
from colloquy.texts.masking.reading import mask_for
from colloquy.texts.models import Document, DocumentKind, Segment, Speaker
from colloquy.texts.schemas import DocumentListed, DocumentRead, SegmentRead, SpeakerRead


async def list_documents(
    session: AsyncSession, study_id: UUID, kind: DocumentKind | None = None
) -> list[DocumentListed]:
    """A study's documents, newest first."""
    return [
        DocumentListed(
            id=document.id,
            kind=DocumentKind(document.kind),
            title=document.title,
            stage_id=document.stage_id,
            occurred_at=document.occurred_at,
            origin_id=document.origin_id,
            segment_count=count,
            created_at=document.created_at,
        )
        for document, count in await queries.documents(session, study_id, kind)
    ]


async def read_document(session: AsyncSession, actor: Actor, document: Document) -> DocumentRead:
    """A document with its segments and voices."""
    mask = await mask_for(session, actor)
    speakers = await read_speakers(session, [document.id])
    return DocumentRead(
        id=document.id,
        kind=DocumentKind(document.kind),
        title=document.title,
        stage_id=document.stage_id,
        occurred_at=document.occurred_at,
        origin_id=document.origin_id,
        created_at=document.created_at,
        is_correctable=policy.is_correctable(document),
        speakers=list(speakers.values()),
        segments=[
            read_segment(segment, speakers, mask)
            for segment in await queries.segments(session, document.id)
        ],
    )


async def read_speakers(
    session: AsyncSession, document_ids: Collection[UUID]
) -> dict[UUID, SpeakerRead]:
    """The voices of some documents by their ids, in the order they were first heard."""
    return {
        speaker.id: read_speaker(speaker, member)
        for speaker, member in await queries.speakers(session, document_ids)
    }


def read_speaker(speaker: Speaker, member: Member | None) -> SpeakerRead:
    """A voice, with who it is where that is known."""
    return SpeakerRead(
        id=speaker.id,
        label=speaker.label,
        member_id=speaker.member_id,
        member_name=member.display_name if member else None,
        group_id=member.group_id if member else None,
    )


def read_segment(segment: Segment, speakers: dict[UUID, SpeakerRead], mask: Mask) -> SegmentRead:
    """A passage with its voice."""
    return SegmentRead(
        id=segment.id,
        position=segment.position,
        text=mask.text(segment.text),
        speaker=speakers.get(segment.speaker_id) if segment.speaker_id else None,
        version_id=segment.version_id,
        start=segment.start,
        end=segment.end,
        confidence=segment.confidence,
        flags=segment.flags,
        edited_at=segment.edited_at,
    )

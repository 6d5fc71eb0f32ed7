"""Every SELECT about documents, segments and speakers."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.studies.models import Member
from colloquy.texts.models import Document, DocumentKind, Segment, Speaker


async def documents(
    session: AsyncSession, study_id: UUID, kind: DocumentKind | None
) -> Sequence[tuple[Document, int]]:
    """A study's documents with how many segments each has, newest first."""
    counts = (
        select(Segment.document_id, func.count().label("segments"))
        .group_by(col(Segment.document_id))
        .subquery()
    )
    statement = (
        select(Document, func.coalesce(counts.c.segments, 0))
        .outerjoin(counts, counts.c.document_id == col(Document.id))
        .where(Document.study_id == study_id, col(Document.withdrawn_at).is_(None))
        .order_by(func.coalesce(Document.occurred_at, Document.created_at).desc())
    )
    if kind is not None:
        statement = statement.where(Document.kind == kind)
    found = await session.exec(statement)
    return found.all()


async def document(session: AsyncSession, study_id: UUID, document_id: UUID) -> Document | None:
    """A document of this study that has not been withdrawn."""
    found = await session.exec(
        select(Document).where(
            Document.study_id == study_id,
            Document.id == document_id,
            col(Document.withdrawn_at).is_(None),
        )
    )
    return found.first()


async def document_of_origin(
    session: AsyncSession, study_id: UUID, origin_id: UUID
) -> Document | None:
    """The document made from something, withdrawn or not."""
    found = await session.exec(
        select(Document).where(Document.study_id == study_id, Document.origin_id == origin_id)
    )
    return found.first()


async def segments(session: AsyncSession, document_id: UUID) -> Sequence[Segment]:
    """A document's segments in order."""
    found = await session.exec(
        select(Segment)
        .where(Segment.document_id == document_id)
        .order_by(col(Segment.position), col(Segment.id))
    )
    return found.all()


async def segment(
    session: AsyncSession, study_id: UUID, segment_id: UUID
) -> tuple[Segment, Document] | None:
    """A segment of a document of this study that has not been withdrawn, with the document."""
    found = await session.exec(
        select(Segment, Document)
        .join(Document, col(Document.id) == col(Segment.document_id))
        .where(
            Document.study_id == study_id,
            Segment.id == segment_id,
            col(Document.withdrawn_at).is_(None),
        )
    )
    return found.first()


async def segments_of_speaker(session: AsyncSession, speaker_id: UUID) -> Sequence[Segment]:
    """What a voice said, in order."""
    found = await session.exec(
        select(Segment).where(Segment.speaker_id == speaker_id).order_by(col(Segment.position))
    )
    return found.all()


async def next_position(session: AsyncSession, document_id: UUID) -> int:
    """The position that a further segment takes."""
    found = await session.exec(
        select(func.coalesce(func.max(Segment.position), -1)).where(
            Segment.document_id == document_id
        )
    )
    return found.one() + 1


async def speakers(
    session: AsyncSession, document_ids: Collection[UUID]
) -> Sequence[tuple[Speaker, Member | None]]:
    """The voices of some documents, with who they are where that is known."""
    found = await session.exec(
        select(Speaker, Member)
        .outerjoin(Member, col(Member.id) == col(Speaker.member_id))
        .where(col(Speaker.document_id).in_(document_ids))
        .order_by(col(Speaker.id))
    )
    return found.all()


async def speaker(session: AsyncSession, document_id: UUID, speaker_id: UUID) -> Speaker | None:
    """A voice of this document."""
    found = await session.exec(
        select(Speaker).where(Speaker.document_id == document_id, Speaker.id == speaker_id)
    )
    return found.first()


async def speaker_of_label(session: AsyncSession, document_id: UUID, label: str) -> Speaker | None:
    """The voice of a document that goes by this label."""
    found = await session.exec(
        select(Speaker).where(Speaker.document_id == document_id, Speaker.label == label)
    )
    return found.first()


async def member(session: AsyncSession, study_id: UUID, member_id: UUID) -> Member | None:
    """A member of this study."""
    found = await session.exec(
        select(Member).where(Member.study_id == study_id, Member.id == member_id)
    )
    return found.first()


async def names(session: AsyncSession, member_ids: Collection[UUID]) -> list[str]:
    """The names of some members, in order."""
    found = await session.exec(
        select(Member.display_name)
        .where(col(Member.id).in_(member_ids))
        .order_by(col(Member.display_name))
    )
    return list(found.all())


async def spoken_by(
    session: AsyncSession, origin_ids: Collection[UUID], member_id: UUID
) -> Sequence[tuple[Document, Speaker]]:
    """The documents made from these in which a member speaks, each with their voice."""
    found = await session.exec(
        select(Document, Speaker)
        .join(Speaker, col(Speaker.document_id) == col(Document.id))
        .where(col(Document.origin_id).in_(origin_ids), Speaker.member_id == member_id)
    )
    return found.all()

"""Every SELECT about where voices may be known from."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.recordings.models import Track, Transcript
from colloquy.texts.models import Document


async def tracks(session: AsyncSession, recording_id: UUID) -> Sequence[Track]:
    """The voices of a recording that are there by themselves, in order."""
    found = await session.exec(
        select(Track).where(Track.recording_id == recording_id).order_by(col(Track.position))
    )
    return found.all()


async def other_transcripts(
    session: AsyncSession, transcript: Transcript
) -> Sequence[tuple[Transcript, Document]]:
    """The transcripts of the study that can be read, but for this one, newest first."""
    found = await session.exec(
        select(Transcript, Document)
        .join(Document, col(Document.id) == col(Transcript.document_id))
        .where(
            Transcript.study_id == transcript.study_id,
            Transcript.id != transcript.id,
            col(Document.withdrawn_at).is_(None),
        )
        .order_by(col(Transcript.id).desc())
    )
    return found.all()

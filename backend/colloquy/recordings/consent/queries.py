"""Every SELECT about the consent of those who speak."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.recordings.models import ConsentNote, Recording, Track, Transcript
from colloquy.studies.models import Consent, ConsentForm, Member
from colloquy.texts.models import Document, Speaker


async def newest_note(
    session: AsyncSession, recording_id: UUID
) -> tuple[ConsentNote, Member] | None:
    """What was said last about a recording, and by whom."""
    found = await session.exec(
        select(ConsentNote, Member)
        .join(Member, col(Member.id) == col(ConsentNote.member_id))
        .where(ConsentNote.recording_id == recording_id)
        .order_by(col(ConsentNote.id).desc())
        .limit(1)
    )
    return found.first()


async def voices(session: AsyncSession, recording_id: UUID) -> set[UUID]:
    """The members who have a track of a recording, or were named as a voice of its words."""
    on_tracks = await session.exec(
        select(Track.member_id).where(Track.recording_id == recording_id)
    )
    in_words = await session.exec(
        select(Speaker.member_id)
        .join(Transcript, col(Transcript.document_id) == col(Speaker.document_id))
        .where(Transcript.recording_id == recording_id)
    )
    return {member_id for member_id in (*on_tracks.all(), *in_words.all()) if member_id}


async def recording_of_document(session: AsyncSession, document_id: UUID) -> Recording | None:
    """The recording whose words a document holds, if there is one."""
    found = await session.exec(
        select(Recording)
        .join(Transcript, col(Transcript.recording_id) == col(Recording.id))
        .where(Transcript.document_id == document_id)
    )
    return found.first()


async def members(session: AsyncSession, ids: Collection[UUID]) -> Sequence[Member]:
    """Members by id, by name."""
    found = await session.exec(
        select(Member).where(col(Member.id).in_(ids)).order_by(col(Member.display_name))
    )
    return found.all()


async def agreed_to_a_form(session: AsyncSession, ids: Collection[UUID]) -> set[UUID]:
    """Who of these members has agreed to a consent form of the study, whichever version."""
    found = await session.exec(select(Consent.member_id).where(col(Consent.member_id).in_(ids)))
    return set(found.all())


async def has_form(session: AsyncSession, study_id: UUID) -> bool:
    """True where the study asks for consent at all."""
    found = await session.exec(
        select(ConsentForm.id).where(ConsentForm.study_id == study_id, ConsentForm.text != "")
    )
    return found.first() is not None


async def documents(session: AsyncSession, recording_id: UUID) -> Sequence[Document]:
    """The documents made of a recording's transcripts."""
    found = await session.exec(
        select(Document)
        .join(Transcript, col(Transcript.document_id) == col(Document.id))
        .where(Transcript.recording_id == recording_id)
    )
    return found.all()

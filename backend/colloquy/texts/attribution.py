"""Who said the passages of a document, by a log instead of by a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.texts import queries
from colloquy.texts.models import Segment, Speaker


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who spoke a passage and about which mechanism version; None where it is not known."""

    label: str | None
    member_id: UUID | None
    version_id: UUID | None
    confidence: float | None


async def passages(session: AsyncSession, document_id: UUID) -> Sequence[Segment]:
    """The segments of a document, in order."""
    return await queries.segments(session, document_id)


async def attribute(
    session: AsyncSession,
    document_id: UUID,
    found: Sequence[tuple[Segment, Attribution]],
) -> None:
    """Attribute passages, except those that a person has attributed.

    A member who is not a voice of the document yet becomes one.
    """
    by_member: dict[UUID, Speaker] = {}
    by_label: dict[str, Speaker] = {}
    for speaker, _ in await queries.speakers(session, [document_id]):
        by_label[speaker.label] = speaker
        if speaker.member_id:
            by_member[speaker.member_id] = speaker
    for segment, said in found:
        if segment.attributed_at:
            continue
        segment.version_id, segment.confidence = said.version_id, said.confidence
        segment.speaker_id = None
        if said.label:
            speaker = by_member.get(said.member_id) if said.member_id else None
            speaker = speaker or by_label.get(said.label)
            if speaker is None:
                speaker = Speaker(
                    document_id=document_id, label=said.label, member_id=said.member_id
                )
                session.add(speaker)
                await session.flush()
            speaker.member_id = said.member_id or speaker.member_id
            by_label[said.label] = speaker
            if said.member_id:
                by_member[said.member_id] = speaker
            segment.speaker_id = speaker.id
        session.add(segment)

"""One voice that turned out to be two."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Invalid
from colloquy.core.events import announce
from colloquy.texts import queries
from colloquy.texts.messages import DocumentChanged
from colloquy.texts.models import Document, Speaker


async def split_speaker(
    session: AsyncSession,
    actor: Actor,
    document: Document,
    speaker: Speaker,
    label: str,
    segment_ids: Collection[UUID],
) -> Speaker:
    """Give some passages of a voice to a new one; returns the new voice, which is nobody yet."""
    name = label.strip()
    if await queries.speaker_of_label(session, document.id, name):
        raise Conflict(f"“{name}” is in this document already. Choose another name.")
    theirs = await queries.segments_of_speaker(session, speaker.id)
    moved = [segment for segment in theirs if segment.id in segment_ids]
    if len(moved) != len(set(segment_ids)):
        raise Invalid(
            f"Not all of these passages are {speaker.label}'s any more. Nothing was changed. Load "
            "the page again and choose anew."
        )
    if len(moved) == len(theirs):
        raise Invalid(
            f"These are all the passages of {speaker.label}. Rename the voice instead of splitting it."
        )
    new = Speaker(document_id=document.id, label=name)
    session.add(new)
    await session.flush()
    for segment in moved:
        segment.speaker_id = new.id
        segment.confidence, segment.attributed_at = 1.0, now()
        session.add(segment)
    record(
        session,
        actor,
        "texts:speaker:split",
        new.id,
        label=name,
        of=speaker.label,
        passages=len(moved),
    )
    await session.flush()
    await announce(session, DocumentChanged(document.id))
    return new

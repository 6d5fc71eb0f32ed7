"""Calling everybody back: notes stay as they are from then on, and become documents to be coded."""

import re

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import outbox
from colloquy.core.clock import now
from colloquy.meetings.models import Meeting
from colloquy.meetings.running.messages import MeetingEnding
from colloquy.meetings.small_groups import queries
from colloquy.meetings.small_groups.frames import NoteFrozen, enclose, note_channel
from colloquy.meetings.small_groups.models import SmallGroup
from colloquy.meetings.small_groups.notes import open_sheet
from colloquy.texts.making import DocumentDraft, SegmentDraft, make_document
from colloquy.texts.models import DocumentKind

TITLE_LIMIT = 200


async def close_notes(session: AsyncSession, meeting: Meeting) -> None:
    """Freeze the notes of the groups that are out, and make a document of each that has words."""
    for one in await queries.of_meeting(session, meeting.id):
        if one.opened_at and not one.frozen_at:
            await _close(session, meeting, await queries.lock(session, one.id))


async def close_at_the_end(session: AsyncSession, event: MeetingEnding) -> None:
    """A meeting that ends while people are in small groups brings them back, too."""
    await close_notes(session, event.meeting)


async def _close(session: AsyncSession, meeting: Meeting, group: SmallGroup) -> None:
    group.frozen_at = now()
    sheet = await open_sheet(session, group)
    group.note, group.note_seq = sheet.whole(), group.last_seq
    group.size = len(group.note)
    await queries.forget_additions(session, group.id)
    paragraphs = paragraphs_of(sheet.text)
    if paragraphs:
        document = await make_document(
            session,
            meeting.study_id,
            DocumentDraft(
                kind=DocumentKind.NOTE,
                title=f"Small group {group.number}: {group.title}"[:TITLE_LIMIT],
                segments=[
                    SegmentDraft(text=text, version_id=group.version_id) for text in paragraphs
                ],
                origin_id=group.id,
                stage_id=meeting.stage_id,
                occurred_at=group.opened_at,
            ),
        )
        group.document_id = document.id
    session.add(group)
    outbox.tell(session, note_channel(group.id), enclose(NoteFrozen(type="note_frozen")))


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a note: its lines that say something."""
    # PostgreSQL takes no NUL in a text
    text = text.replace("\0", "")
    return [line.strip() for line in re.split(r"[\r\n\u2028\u2029]+", text) if line.strip()]

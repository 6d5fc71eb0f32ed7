"""The verbs: show what was understood of a transcript's file, and take it in."""

from pathlib import Path
from uuid import UUID

from anyio import to_thread
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.meetings.models import Meeting
from colloquy.meetings.service import find_meeting
from colloquy.recordings import queries, service
from colloquy.recordings.consent.service import expect_open
from colloquy.recordings.importing.schemas import (
    ImportPlace,
    PassageUnderstood,
    TranscriptUnderstood,
)
from colloquy.recordings.importing.understanding import understand
from colloquy.recordings.importing.understood import Understood
from colloquy.recordings.messages import WriteTranscriptFiles
from colloquy.recordings.models import Recording, Transcript
from colloquy.texts.attribution import passages
from colloquy.texts.making import DocumentDraft, SegmentDraft, make_document
from colloquy.texts.models import DocumentKind

ENGINE = "imported"
FIRST = 8


async def preview(data: bytes) -> TranscriptUnderstood:
    """What a file holds; nothing is kept."""
    understood = await to_thread.run_sync(understand, data)
    return TranscriptUnderstood(
        form=understood.form,
        speakers=understood.speakers,
        passages=len(understood.passages),
        first=[
            PassageUnderstood(
                speaker=each.speaker,
                start=each.start if understood.is_timed else None,
                text=each.text,
            )
            for each in understood.passages[:FIRST]
        ],
        doubts=list(understood.doubts),
    )


async def take_in(
    session: AsyncSession, actor: Actor, given: ImportPlace, data: bytes
) -> Transcript:
    """Make a transcript of a file of words, with a document like any other."""
    understood = await to_thread.run_sync(understand, data)
    recording, meeting = await _place(session, actor, given)
    transcript = Transcript(
        study_id=actor.study_id,
        recording_id=recording.id if recording else None,
        meeting_id=None if recording or not meeting else meeting.id,
        file_name=given.file_name,
        engine=ENGINE,
        model="",
        language="",
    )
    session.add(transcript)
    await session.flush()
    title = given.title or (recording.title if recording else Path(given.file_name).stem)
    document = await make_document(
        session,
        actor.study_id,
        DocumentDraft(
            kind=DocumentKind.TRANSCRIPT,
            title=title,
            segments=_drafts(understood),
            origin_id=transcript.id,
            stage_id=meeting.stage_id if meeting else None,
            occurred_at=meeting.started_at if meeting else None,
            speakers=await _members(session, actor, understood),
        ),
    )
    # the file says who spoke, so no log is to say otherwise
    for segment in await passages(session, document.id):
        if segment.speaker_id:
            segment.attributed_at = now()
            session.add(segment)
    transcript.document_id = document.id
    session.add(transcript)
    await jobs.ask(session, WriteTranscriptFiles(transcript_id=transcript.id))
    record(
        session,
        actor,
        "recording:transcript:imported",
        transcript.id,
        file=given.file_name,
        passages=len(understood.passages),
    )
    return transcript


async def _place(
    session: AsyncSession, actor: Actor, given: ImportPlace
) -> tuple[Recording | None, Meeting | None]:
    if given.recording_id:
        recording, meeting = await service.find_recording(
            session, actor.study_id, given.recording_id
        )
        expect_open(recording)
        return recording, meeting
    if given.meeting_id:
        return None, await find_meeting(session, actor.study_id, given.meeting_id)
    return None, None


def _drafts(understood: Understood) -> list[SegmentDraft]:
    return [
        SegmentDraft(
            text=each.text,
            speaker=each.speaker,
            start=each.start if understood.is_timed else None,
            end=each.end if understood.is_timed else None,
            confidence=1.0 if each.speaker else None,
        )
        for each in understood.passages
    ]


async def _members(
    session: AsyncSession, actor: Actor, understood: Understood
) -> dict[str, UUID | None]:
    """Which member a name is: only where it is the name of one member, letter by letter."""
    found = await queries.members_named(session, actor.study_id, understood.speakers)
    names = [member.display_name for member in found]
    return {
        member.display_name: member.id for member in found if names.count(member.display_name) == 1
    }

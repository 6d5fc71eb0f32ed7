"""The verbs: ask for a transcript, align it with a meeting, correct it, vouch for it."""

from pathlib import Path
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record, record_outside
from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound
from colloquy.meetings.models import Meeting
from colloquy.meetings.reading import agenda_spans, floor_turns
from colloquy.meetings.service import find_meeting
from colloquy.methods.masking import Mask
from colloquy.recordings import policy, queries
from colloquy.recordings.aligning import attribution
from colloquy.recordings.aligning.attribution import MeetingLog
from colloquy.recordings.consent.service import review
from colloquy.recordings.messages import WriteTranscriptFiles
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.schemas import RecordingUpdate
from colloquy.recordings.transcript import Segment
from colloquy.recordings.transcript import Transcript as Words
from colloquy.recordings.voices.spoken import Spoken
from colloquy.texts.attribution import attribute, passages
from colloquy.texts.editing.changing import timed_words
from colloquy.texts.making import DocumentDraft, make_document
from colloquy.texts.masking.reading import study_mask
from colloquy.texts.messages import DocumentChanged, MasksChanged
from colloquy.texts.models import Document, DocumentKind
from colloquy.texts.reading import read_speakers
from colloquy.texts.service import withdraw_document


async def find_recording(
    session: AsyncSession, study_id: UUID, recording_id: UUID
) -> tuple[Recording, Meeting | None]:
    """A recording of this study with its meeting, or `NotFound`."""
    found = await queries.recording(session, study_id, recording_id)
    if found is None:
        raise NotFound("There is no such recording in this study.")
    return found


async def stand_in(session: AsyncSession, transcript: Transcript) -> Recording:
    """What a transcript without sound has in common with a recording; it is never stored."""
    document = await session.get(Document, transcript.document_id)
    return Recording(
        study_id=transcript.study_id,
        meeting_id=transcript.meeting_id,
        title=document.title if document else transcript.file_name,
        file_name=transcript.file_name,
        path="",
        sha256="",
        size=0,
        media_type="",
        codec="",
        duration=0.0,
        opened_at=transcript.created_at,
        uploaded_by=transcript.id,
    )


async def update_recording(
    session: AsyncSession, actor: Actor, recording: Recording, given: RecordingUpdate
) -> Recording:
    """Change title, meeting or start; a new place in time attributes its transcripts afresh."""
    sent = given.model_fields_set
    if given.title:
        recording.title = given.title
    if "meeting_id" in sent:
        if given.meeting_id:
            await find_meeting(session, actor.study_id, given.meeting_id)
        recording.meeting_id = given.meeting_id
    if "starts_at" in sent:
        recording.starts_at = given.starts_at
    session.add(recording)
    await session.flush()
    if sent & {"meeting_id", "starts_at"}:
        await review(session, actor, recording)
        await align(session, recording)
    record(session, actor, "recording:recording:updated", recording.id, fields=sorted(sent))
    return recording


async def align(session: AsyncSession, recording: Recording) -> None:
    """Attribute the transcripts of a recording by its meeting's log.

    Passages keep their words and their ids, so that codings stay; what a person has attributed by
    hand is left alone.
    """
    spoken = await log_of(session, recording)
    for transcript, _, _ in await queries.transcripts(session, [recording.id]):
        await attribute_anew(session, transcript, spoken)


async def attribute_anew(session: AsyncSession, transcript: Transcript, spoken: Spoken) -> None:
    """Say who speaks in a transcript by what is known now, and write its files."""
    if transcript.document_id is None:
        return
    rows = await passages(session, transcript.document_id)
    heard = [Segment(row.start or 0.0, row.end or 0.0, row.text) for row in rows]
    pieces = attribution.place(heard, spoken)
    await attribute(
        session,
        transcript.document_id,
        [
            (row, attribution.attributed(piece, spoken))
            for row, piece in zip(rows, pieces, strict=True)
        ],
    )
    await jobs.ask(session, WriteTranscriptFiles(transcript_id=transcript.id))


async def log_of(session: AsyncSession, recording: Recording) -> Spoken:
    """What the meeting's log says of who spoke, on the recording's clock."""
    return attribution.by_log(await read_log(session, recording), recording.starts_at)


async def read_log(session: AsyncSession, recording: Recording) -> MeetingLog:
    """The floor and the agenda of the recording's meeting; empty when it belongs to none."""
    if recording.meeting_id is None:
        return MeetingLog()
    turns = await floor_turns(session, recording.meeting_id)
    members = await queries.members(session, {turn.member_id for turn in turns})
    return MeetingLog(
        turns=turns,
        spans=await agenda_spans(session, recording.meeting_id),
        labels=attribution.labels_of({row.id: row.display_name for row in members}),
    )


async def fill(
    session: AsyncSession,
    transcript: Transcript,
    recording: Recording,
    words: Words,
    by_tracks: Spoken | None = None,
) -> None:
    """Make the document of a transcript from what the engine heard.

    Where every voice has a track, the tracks say who spoke, and the log what it was about.
    """
    log = await log_of(session, recording)
    spoken = by_tracks.about(log) if by_tracks else log
    stage_id, occurred_at = None, recording.starts_at
    if recording.meeting_id:
        meeting = await find_meeting(session, recording.study_id, recording.meeting_id)
        stage_id, occurred_at = meeting.stage_id, occurred_at or meeting.started_at
    drafts = attribution.drafts(words.segments, spoken)
    heard = {draft.speaker for draft in drafts}
    document = await make_document(
        session,
        recording.study_id,
        DocumentDraft(
            kind=DocumentKind.TRANSCRIPT,
            title=recording.title,
            segments=drafts,
            origin_id=transcript.id,
            stage_id=stage_id,
            occurred_at=occurred_at,
            speakers={
                who.label: who.member_id for who in spoken.voices.values() if who.label in heard
            },
        ),
    )
    if recording.opened_at is None:
        await withdraw_document(session, document)  # closed while it was being transcribed
    transcript.document_id = document.id
    transcript.engine_version = words.engine_version
    transcript.language = words.language
    transcript.settings = dict(words.settings)
    session.add(transcript)
    record_outside(
        session,
        "recording:transcript:made",
        study_id=recording.study_id,
        object_id=transcript.id,
        segments=len(drafts),
    )


async def mark_checked(session: AsyncSession, actor: Actor, transcript: Transcript) -> None:
    """Vouch for a transcript; the files say so too."""
    if not policy.is_made(transcript):
        raise Conflict("There is no text to check yet.")
    if transcript.recording_id is None:
        raise Conflict("There is no sound here that this transcript could be checked against.")
    transcript.checked_by, transcript.checked_at = actor.member_id, now()
    session.add(transcript)
    await jobs.ask(session, WriteTranscriptFiles(transcript_id=transcript.id))
    record(session, actor, "recording:transcript:checked", transcript.id)


async def follow_change(session: AsyncSession, event: DocumentChanged) -> None:
    """What was corrected in a transcript is written to its files too."""
    for transcript in await queries.transcripts_of_document(session, event.document_id):
        await _write_files_afresh(session, transcript)


async def follow_masks(session: AsyncSession, event: MasksChanged) -> None:
    """The files of every transcript of a study are masked as its texts are."""
    for transcript in await queries.transcripts_of_study(session, event.study_id):
        await _write_files_afresh(session, transcript)


async def _write_files_afresh(session: AsyncSession, transcript: Transcript) -> None:
    """Ask for it once, however much changes before it is begun."""
    if not await queries.files_are_waited_for(session, transcript.id):
        await jobs.ask(session, WriteTranscriptFiles(transcript_id=transcript.id))


async def identifying_stretches(
    session: AsyncSession, transcript: Transcript
) -> list[tuple[float, float]]:
    """From when to when identifying words are heard; a whole passage where no word has a time."""
    if transcript.document_id is None:
        raise Conflict("There is no text yet: it is still being transcribed.")
    mask = await study_mask(session, transcript.study_id)
    found: list[tuple[float, float]] = []
    for row in await passages(session, transcript.document_id):
        if places := mask.places(row.text):
            words = timed_words(row)
            whole = (row.start or 0.0, row.end or 0.0)
            found += [(words[n].start, words[n].end) for n in places] if words else [whole]
    return found


async def words_of(
    session: AsyncSession, transcript: Transcript, recording: Recording, mask: Mask | None = None
) -> Words:
    """The transcript as it stands now, corrections and speakers included.

    Without a mask it is masked as files are: for everybody who might come upon them.
    """
    if transcript.document_id is None:
        raise Conflict("There is no text yet: it is still being transcribed.")
    rows = await passages(session, transcript.document_id)
    voices = await read_speakers(session, [transcript.document_id])
    hidden = mask or await study_mask(session, recording.study_id)
    moments = [moment for row in rows for moment in (row.edited_at, row.attributed_at) if moment]
    changed_at = max(moments, default=None)
    checkers = await queries.members(
        session, [transcript.checked_by] if transcript.checked_by else []
    )
    return Words(
        segments=tuple(
            attribution.heard_again(
                row, voices[row.speaker_id].label if row.speaker_id else None, hidden
            )
            for row in rows
        ),
        language=transcript.language,
        duration=recording.duration,
        engine=transcript.engine,
        engine_version=transcript.engine_version,
        model=Path(transcript.model).name,  # a folder of this machine is nobody's business
        settings=transcript.settings,
        checked_by=checkers[0].display_name if checkers else None,
        is_edited_after_check=policy.is_edited_after_check(transcript, changed_at),
    )

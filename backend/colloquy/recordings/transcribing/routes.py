"""HTTP: having recordings transcribed, and following how far it is."""

from fastapi import APIRouter

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.recordings import reading, service
from colloquy.recordings.dependencies import Listener, RecordingDep, TranscriptDep, Uploader
from colloquy.recordings.schemas import (
    HeardSegment,
    ManyAsked,
    RecordingDetail,
    RecordingRead,
    TranscriptionAsk,
    TranscriptionOptions,
)
from colloquy.recordings.transcribing import asking
from colloquy.recordings.transcribing import reading as transcribing

router = APIRouter(prefix="/api/studies/{study_id}", tags=["recordings"])


@router.get("/transcription-options")
async def read_options(
    actor: Listener, session: SessionDep, runtime: RuntimeDep
) -> TranscriptionOptions:
    """The models to choose from, the default first, with how long each takes on this machine."""
    return await transcribing.read_options(session, actor.study_id, runtime.settings)


@router.post("/transcriptions", status_code=202)
async def transcribe_many(
    body: ManyAsked, actor: Uploader, session: SessionDep, runtime: RuntimeDep
) -> list[RecordingRead]:
    """Put several recordings in the queue; those that are at work already are left as they are."""
    found = [
        (await service.find_recording(session, actor.study_id, recording_id))[0]
        for recording_id in dict.fromkeys(body.recording_ids)
    ]
    await asking.ask_for_many(session, actor, found, body, runtime.settings)
    return await reading.list_recordings(session, actor.study_id)


@router.post("/recordings/{recording_id}/transcripts", status_code=202)
async def transcribe(
    body: TranscriptionAsk,
    found: RecordingDep,
    actor: Uploader,
    session: SessionDep,
    runtime: RuntimeDep,
) -> RecordingDetail:
    """Put the recording in the queue to be transcribed."""
    await asking.ask_for_transcript(session, actor, found[0], body, runtime.settings)
    return await reading.read_recording(session, *found)


@router.post("/recordings/{recording_id}/pause", status_code=202)
async def pause(found: RecordingDep, actor: Uploader, session: SessionDep) -> RecordingDetail:
    """Let the transcription wait; what was heard is kept."""
    await asking.pause_transcription(session, actor, found[0])
    return await reading.read_recording(session, *found)


@router.post("/recordings/{recording_id}/resume", status_code=202)
async def resume(found: RecordingDep, actor: Uploader, session: SessionDep) -> RecordingDetail:
    """Go on with a transcription that was paused, from its last finished segment."""
    await asking.resume_transcription(session, actor, found[0])
    return await reading.read_recording(session, *found)


@router.post("/recordings/{recording_id}/cancel", status_code=202)
async def cancel(
    found: RecordingDep, actor: Uploader, session: SessionDep, runtime: RuntimeDep
) -> RecordingDetail:
    """Give up the transcription that waits, runs or was paused."""
    await asking.cancel_transcription(session, actor, found[0], runtime.settings)
    return await reading.read_recording(session, *found)


@router.get("/transcripts/{transcript_id}/heard")
async def read_heard(found: TranscriptDep, runtime: RuntimeDep) -> list[HeardSegment]:
    """The words that the engine heard last, while it is still listening."""
    return transcribing.read_heard(runtime.settings, found[0])

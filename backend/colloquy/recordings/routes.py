"""HTTP: recordings, having them transcribed, hearing and exporting them."""

from anyio import to_thread
from fastapi import APIRouter, Response
from fastapi.responses import FileResponse, StreamingResponse

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.recordings import reading, service
from colloquy.recordings.dependencies import (
    Listener,
    OpenRecordingDep,
    RecordingDep,
    TextEditor,
    TranscriptDep,
    Uploader,
)
from colloquy.recordings.exporting import cover_of
from colloquy.recordings.formats.files import file_stem
from colloquy.recordings.formats.forms import FORMS, Form
from colloquy.recordings.hushed import sound_for
from colloquy.recordings.schemas import (
    RecordingDetail,
    RecordingRead,
    RecordingUpdate,
)
from colloquy.recordings.silencing import MEDIA_TYPE, silenced
from colloquy.texts.masking.reading import mask_for

router = APIRouter(prefix="/api/studies/{study_id}", tags=["recordings"])


@router.get("/recordings")
async def list_recordings(actor: Listener, session: SessionDep) -> list[RecordingRead]:
    """The study's recordings, newest first."""
    return await reading.list_recordings(session, actor.study_id)


@router.get("/recordings/{recording_id}")
async def read_recording(found: RecordingDep, session: SessionDep) -> RecordingDetail:
    """A recording with its waveform and transcripts."""
    return await reading.read_recording(session, *found)


@router.patch("/recordings/{recording_id}")
async def update_recording(
    body: RecordingUpdate, found: RecordingDep, actor: Uploader, session: SessionDep
) -> RecordingDetail:
    """Change its title, or when and in which meeting it was recorded."""
    recording = await service.update_recording(session, actor, found[0], body)
    found = await service.find_recording(session, actor.study_id, recording.id)
    return await reading.read_recording(session, *found)


@router.get("/recordings/{recording_id}/audio", response_class=FileResponse)
async def play(
    found: OpenRecordingDep, actor: Listener, session: SessionDep, runtime: RuntimeDep
) -> FileResponse:
    """The sound in ranges as players ask for them, silent where somebody may not hear a name."""
    path, media_type = await sound_for(session, actor, found[0], runtime.settings)
    # asked for again each time, since what is silenced may have changed
    return FileResponse(path, media_type=media_type, headers={"Cache-Control": "private, no-cache"})


@router.post("/transcripts/{transcript_id}/checked")
async def mark_checked(
    found: TranscriptDep, actor: TextEditor, session: SessionDep
) -> RecordingDetail:
    """Say that I have checked the transcript against the sound."""
    await service.mark_checked(session, actor, found[0])
    recording = await service.find_recording(session, actor.study_id, found[1].id)
    return await reading.read_recording(session, *recording)


@router.get("/transcripts/{transcript_id}/silenced", response_class=StreamingResponse)
async def silence(
    found: TranscriptDep, _actor: Listener, session: SessionDep, runtime: RuntimeDep
) -> StreamingResponse:
    """The sound with identifying words silenced, as Ogg Opus."""
    transcript, recording = found
    stretches = await service.identifying_stretches(session, transcript)
    name = f"{file_stem(recording.title, transcript.created_at, transcript.id)}-silenced.ogg"
    return StreamingResponse(
        silenced(runtime.settings.recordings_folder / recording.path, stretches),
        media_type=MEDIA_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@router.get("/transcripts/{transcript_id}/export", response_class=Response)
async def export(
    form: Form, found: TranscriptDep, actor: Listener, session: SessionDep
) -> Response:
    """The transcript as it stands now, in any of its forms."""
    transcript, recording = found
    mask = await mask_for(session, actor)
    words = await service.words_of(session, transcript, recording, mask)
    cover = await cover_of(session, transcript, recording, words)
    written = FORMS[form]
    name = f"{file_stem(recording.title, transcript.created_at, transcript.id)}.{written.ending}"
    return Response(
        await to_thread.run_sync(written.write, words, cover),
        media_type=written.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

"""HTTP: who spoke, and from what it is known."""

from uuid import UUID

from fastapi import APIRouter

from colloquy.core.jobs import JobRead, read_job
from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.recordings.dependencies import Listener, TextEditor, TranscriptDep
from colloquy.recordings.messages import NameVoices
from colloquy.recordings.voices import service
from colloquy.recordings.voices.schemas import VoicesAsked, VoiceSources
from colloquy.recordings.work import find_work

router = APIRouter(
    prefix="/api/studies/{study_id}/transcripts/{transcript_id}", tags=["recordings"]
)


@router.get("/voice-sources")
async def read_sources(
    found: TranscriptDep, session: SessionDep, runtime: RuntimeDep
) -> VoiceSources:
    """From what it may be known who speaks in this transcript."""
    return await service.read_sources(session, *found, runtime.settings)


@router.post("/voices", status_code=202)
async def ask_for_voices(
    body: VoicesAsked, found: TranscriptDep, actor: TextEditor, session: SessionDep
) -> JobRead:
    """Have it said who speaks, by a source; what a person has attributed is left alone."""
    return read_job(await service.ask_for_voices(session, actor, found[0], body))


@router.get("/voices/{job_id}")
async def read_voicing(
    job_id: UUID, found: TranscriptDep, _actor: Listener, session: SessionDep
) -> JobRead:
    """How far that is."""
    return read_job(await find_work(session, job_id, NameVoices, transcript_id=found[0].id))

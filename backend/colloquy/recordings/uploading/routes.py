"""HTTP: saying which files are to come in, how far they are, and calling them off."""

from fastapi import APIRouter

from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.recordings.dependencies import Uploader
from colloquy.recordings.uploading import reading, service
from colloquy.recordings.uploading.dependencies import IntakeDep
from colloquy.recordings.uploading.schemas import (
    IntakeAgain,
    IntakeCreate,
    IntakeLimits,
    IntakeRead,
)

router = APIRouter(prefix="/api/studies/{study_id}/intakes", tags=["uploading"])


@router.get("")
async def list_intakes(
    actor: Uploader, session: SessionDep, runtime: RuntimeDep
) -> list[IntakeRead]:
    """What I am sending that has not become a recording yet, newest first."""
    return await reading.list_intakes(session, actor, runtime.settings)


@router.post("", status_code=201)
async def announce_files(
    body: IntakeCreate, actor: Uploader, session: SessionDep, runtime: RuntimeDep
) -> IntakeRead:
    """Say which files are to come in; nothing is sent yet."""
    intake = await service.announce_files(session, actor, body, runtime.settings)
    return await reading.read_intake(session, intake, runtime.settings)


@router.get("/limits")
async def read_limits(actor: Uploader, session: SessionDep, runtime: RuntimeDep) -> IntakeLimits:
    """What may come in now."""
    return await reading.read_limits(session, actor, runtime.settings)


@router.get("/{intake_id}")
async def read_intake(intake: IntakeDep, session: SessionDep, runtime: RuntimeDep) -> IntakeRead:
    """How far my files are, and what became of them."""
    return await reading.read_intake(session, intake, runtime.settings)


@router.post("/{intake_id}/again", status_code=202)
async def look_again(
    body: IntakeAgain, intake: IntakeDep, actor: Uploader, session: SessionDep, runtime: RuntimeDep
) -> IntakeRead:
    """Look once more at files that were refused."""
    await service.look_again(session, actor, intake, accept_cut_off=body.accept_cut_off)
    await session.flush()
    return await reading.read_intake(session, intake, runtime.settings)


@router.delete("/{intake_id}", status_code=204)
async def call_off(
    intake: IntakeDep, actor: Uploader, session: SessionDep, runtime: RuntimeDep
) -> None:
    """Remove all that has come of my files."""
    await service.call_off(session, actor, intake, runtime.settings)

"""HTTP: settling the consent of those who speak in a recording."""

from typing import Annotated

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.core.errors import Forbidden
from colloquy.core.web import SessionDep
from colloquy.people.dependencies import CurrentAccount
from colloquy.recordings import reading, service
from colloquy.recordings.consent.schemas import ConsentGive
from colloquy.recordings.consent.service import settle
from colloquy.recordings.dependencies import RecordingDep, Uploader
from colloquy.recordings.models import Basis
from colloquy.recordings.schemas import RecordingDetail

router = APIRouter(prefix="/api/studies/{study_id}", tags=["recordings"])


async def get_settler(body: ConsentGive, actor: Uploader, account: CurrentAccount) -> Actor:
    """Whoever may say this: only an administrator opens a recording although not all agreed."""
    if body.basis == Basis.REASON and not account.is_administrator:
        raise Forbidden(
            "Only an administrator opens a recording although not everybody agreed. Ask one who "
            "is in this study's team."
        )
    return actor


@router.post("/recordings/{recording_id}/consent")
async def settle_consent(
    body: ConsentGive,
    found: RecordingDep,
    actor: Annotated[Actor, Depends(get_settler)],
    session: SessionDep,
) -> RecordingDetail:
    """Say how everybody who speaks agreed; or open it, or close it again, and say why."""
    await settle(session, actor, found[0], Basis(body.basis), body.words)
    found = await service.find_recording(session, actor.study_id, found[0].id)
    return await reading.read_recording(session, *found)

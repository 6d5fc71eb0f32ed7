"""The upload and the intake in the path, for whoever sends them, and what the protocol asks for."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header

from colloquy.core.web import SessionDep
from colloquy.recordings.dependencies import Uploader
from colloquy.recordings.uploading import service
from colloquy.recordings.uploading.errors import WrongMediaType, WrongVersion
from colloquy.recordings.uploading.models import Intake, Upload
from colloquy.recordings.uploading.protocol import PART, VERSION, Checksum, read_checksum


async def get_intake(intake_id: UUID, actor: Uploader, session: SessionDep) -> Intake:
    """The intake in the path, of whoever asks."""
    return await service.find_intake(session, actor, intake_id)


IntakeDep = Annotated[Intake, Depends(get_intake)]


async def get_upload(upload_id: UUID, actor: Uploader, session: SessionDep) -> Upload:
    """The upload in the path, of whoever asks."""
    return await service.find_upload(session, actor, upload_id)


UploadDep = Annotated[Upload, Depends(get_upload)]


# each asks who it is first: a stranger is told nothing about the protocol
async def expect_version(_actor: Uploader, tus_resumable: Annotated[str, Header()] = "") -> None:
    """Refuse a sender that speaks another version."""
    if tus_resumable != VERSION:
        raise WrongVersion(f"It is {VERSION}. Nothing was stored.")


async def expect_part(_upload: UploadDep, content_type: Annotated[str, Header()] = "") -> None:
    """Refuse a body that does not say that it is a part of an upload."""
    if content_type != PART:
        raise WrongMediaType(f"A part of an upload has the type {PART}. Nothing was stored.")


async def get_checksum(
    _upload: UploadDep, upload_checksum: Annotated[str, Header()] = ""
) -> Checksum | None:
    """What the part must add up to, if its sender said so."""
    return read_checksum(upload_checksum)


ChecksumDep = Annotated[Checksum | None, Depends(get_checksum)]

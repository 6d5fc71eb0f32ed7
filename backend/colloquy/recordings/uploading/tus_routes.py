"""HTTP: the bytes of files by tus 1.0.0, so that an upload that broke off goes on where it stopped."""

from email.utils import format_datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response
from starlette.requests import ClientDisconnect

from colloquy.core.errors import NotFound
from colloquy.core.settings import Settings
from colloquy.core.web import RuntimeDep, SessionDep, opens_own_transaction
from colloquy.recordings.dependencies import Uploader
from colloquy.recordings.uploading import queries, service
from colloquy.recordings.uploading.dependencies import (
    ChecksumDep,
    UploadDep,
    expect_part,
    expect_version,
)
from colloquy.recordings.uploading.errors import BadRequest
from colloquy.recordings.uploading.models import Intake
from colloquy.recordings.uploading.protocol import (
    ALGORITHMS,
    EXTENSIONS,
    VERSION,
    read_place,
)

router = APIRouter(prefix="/api/studies/{study_id}/uploads", tags=["uploading"])
SpeaksTus = Depends(expect_version)


@router.options("", status_code=204, response_class=Response)
async def describe(_actor: Uploader, runtime: RuntimeDep) -> Response:
    """What of the protocol is spoken here."""
    return _answer(
        204,
        {
            "Tus-Version": VERSION,
            "Tus-Extension": EXTENSIONS,
            "Tus-Max-Size": str(runtime.settings.max_upload_bytes),
            "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
        },
    )


@router.post("", status_code=201, response_class=Response, dependencies=[SpeaksTus])
async def create(
    request: Request,
    actor: Uploader,
    session: SessionDep,
    runtime: RuntimeDep,
    upload_length: Annotated[int, Header()],
    upload_metadata: Annotated[str, Header()],
) -> Response:
    """Begin to send a file of an intake; the address to send it to is in `Location`."""
    place = read_place(upload_metadata)
    intake = await service.find_intake(session, actor, place.intake_id)
    upload = await queries.upload_at(session, intake.id, place.position)
    if upload is None:
        raise NotFound("There is no such file in this intake.")
    if upload.size != upload_length:
        raise BadRequest(
            f"“{upload.file_name}” was said to have {upload.size} bytes, and now has "
            f"{upload_length}. Nothing was stored. Was it changed? Add it again."
        )
    await service.create(upload, runtime.settings)
    return _answer(
        201,
        {"Location": f"{request.url.path}/{upload.id}"} | _expiry(intake, runtime.settings),
    )


@router.head("/{upload_id}", response_class=Response, dependencies=[SpeaksTus])
async def tell_offset(upload: UploadDep, runtime: RuntimeDep) -> Response:
    """How many bytes of the file are on disk."""
    offset = await service.offset_of(runtime, upload)
    return _answer(
        200,
        {
            "Upload-Offset": str(offset),
            "Upload-Length": str(upload.size),
            "Cache-Control": "no-store",
        },
    )


@router.patch(
    "/{upload_id}",
    status_code=204,
    response_class=Response,
    dependencies=[SpeaksTus, Depends(expect_part)],
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/offset+octet-stream": {
                    "schema": {"type": "string", "format": "binary"}
                }
            },
        }
    },
)
@opens_own_transaction
async def append(
    request: Request,
    upload: UploadDep,
    session: SessionDep,
    runtime: RuntimeDep,
    upload_offset: Annotated[int, Header(ge=0)],
    checksum: ChecksumDep,
) -> Response:
    """Put bytes at the end of the file; answered once they are safely on disk."""
    intake = await session.get_one(Intake, upload.intake_id)
    await session.close()  # a part may take an hour: no transaction waits for it
    try:
        end = await service.append(
            upload, upload_offset, request.stream(), checksum, runtime.settings
        )
    except ClientDisconnect:
        return _answer(400, {})  # nobody reads this: what came is kept
    await service.note(runtime, upload.id, is_whole=end == upload.size)
    return _answer(204, {"Upload-Offset": str(end)} | _expiry(intake, runtime.settings))


@router.delete("/{upload_id}", status_code=204, response_class=Response, dependencies=[SpeaksTus])
async def leave_out(
    upload: UploadDep, actor: Uploader, session: SessionDep, runtime: RuntimeDep
) -> Response:
    """Call one file off and remove what has come of it."""
    await service.leave_out(session, actor, upload, runtime.settings)
    return _answer(204, {})


def _expiry(intake: Intake, settings: Settings) -> dict[str, str]:
    return {"Upload-Expires": format_datetime(service.kept_until(intake, settings), usegmt=True)}


def _answer(status: int, headers: dict[str, str]) -> Response:
    return Response(status_code=status, headers={"Tus-Resumable": VERSION} | headers)

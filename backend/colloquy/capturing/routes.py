"""HTTP: the sound of a room, piece by piece, and what became of it."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request

from colloquy.capturing import service
from colloquy.capturing.dependencies import OwnRoomDep, Recorder
from colloquy.capturing.schemas import (
    MOST_PIECES,
    PieceKept,
    RoomFinish,
    RoomOptions,
    RoomRead,
)
from colloquy.core.web import RuntimeDep, SessionDep, opens_own_transaction
from colloquy.meetings.dependencies import MeetingDep

router = APIRouter(prefix="/api/studies/{study_id}/meetings/{meeting_id}/room", tags=["capturing"])

Number = Annotated[int, Path(ge=0, lt=MOST_PIECES)]
DAY_MS = 24 * 60 * 60 * 1000


@router.get("/options")
async def read_options(_meeting: MeetingDep, _actor: Recorder, runtime: RuntimeDep) -> RoomOptions:
    """What recording the room is like here."""
    settings = runtime.settings
    return RoomOptions(
        has_captions=service.can_caption(settings),
        hours=settings.room_hours,
        size_mb=settings.max_upload_mb,
    )


@router.get("/recordings")
async def list_rooms(meeting: MeetingDep, _actor: Recorder, session: SessionDep) -> list[RoomRead]:
    """What was recorded of the room, oldest first."""
    return await service.list_rooms(session, meeting.id)


@router.put(
    "/recordings/{room_id}/pieces/{number}",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
            },
        }
    },
)
@opens_own_transaction
async def keep_piece(
    request: Request,
    number: Number,
    room: OwnRoomDep,
    session: SessionDep,
    runtime: RuntimeDep,
    age_ms: Annotated[int | None, Query(ge=0, le=DAY_MS)] = None,
) -> PieceKept:
    """Take a piece of sound in; answered once it is on disk. The same piece again is no second one.

    `age_ms` goes with the first piece: how long ago it began.
    """
    await session.close()  # writing to disk is waited for by nobody's transaction
    sound = await request.body()
    age = None if age_ms is None else timedelta(milliseconds=age_ms)
    return await service.keep_piece(runtime, room, number, sound, age)


@router.post("/recordings/{room_id}/finish", status_code=202)
async def finish(
    body: RoomFinish,
    room: OwnRoomDep,
    actor: Recorder,
    session: SessionDep,
    runtime: RuntimeDep,
) -> list[RoomRead]:
    """Say that all pieces have been sent, so that they become a recording."""
    await service.finish(session, actor, room, body.pieces, runtime.settings)
    await session.flush()
    return await service.list_rooms(session, room.meeting_id)

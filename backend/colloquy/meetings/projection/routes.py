"""HTTP: projector codes for the chair, and the wall for whoever has one."""

from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, Response, WebSocket

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.errors import NotFound
from colloquy.core.tokens import read_code
from colloquy.core.web import AddressDep, RuntimeDep, SessionDep
from colloquy.meetings.dependencies import MeetingDep
from colloquy.meetings.joining import drawing
from colloquy.meetings.models import Meeting, ProjectorKey
from colloquy.meetings.projection import follower, reading, service
from colloquy.meetings.projection.schemas import (
    ProjectorKeyMade,
    ProjectorKeyRead,
    ProjectorOpen,
    ProjectorSettings,
    WallRead,
)
from colloquy.meetings.state import BEGINNING
from colloquy.studies.dependencies import require

COOKIE = "colloquy_projector"
HALF_A_DAY = 12 * 3600

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["projection"])
wall = APIRouter(prefix="/api/projector", tags=["projection"])

Chair = Annotated[Actor, Depends(require(Permission.MEETING_CHAIR))]
ProjectorCode = Annotated[str, Cookie(alias=COOKIE, include_in_schema=False)]


async def get_wall(session: SessionDep, code: ProjectorCode = "") -> tuple[ProjectorKey, Meeting]:
    """The meeting that this browser was opened as a projector for."""
    return await service.find_wall(session, code)


WallDep = Annotated[tuple[ProjectorKey, Meeting], Depends(get_wall)]


@router.get("/{meeting_id}/projector")
async def find_key(
    meeting: MeetingDep, _actor: Chair, session: SessionDep
) -> ProjectorKeyRead | None:
    """Whether there is a projector code, and what it shows."""
    return await service.find_key(session, meeting.id)


@router.post("/{meeting_id}/projector", status_code=201)
async def make_key(
    meeting: MeetingDep, actor: Chair, session: SessionDep, runtime: RuntimeDep
) -> ProjectorKeyMade:
    """A new projector code, shown this once; the one before ends."""
    return await service.make_key(session, actor, meeting, runtime.settings)


@router.put("/{meeting_id}/projector")
async def set_what_is_shown(
    body: ProjectorSettings, meeting: MeetingDep, actor: Chair, session: SessionDep
) -> ProjectorKeyRead:
    """Show or hide how many hands are up."""
    return await service.set_what_is_shown(session, actor, meeting, shows_hands=body.shows_hands)


@router.delete("/{meeting_id}/projector", status_code=204)
async def end_key(meeting: MeetingDep, actor: Chair, session: SessionDep) -> None:
    """Take the projector code back; every wall that shows the meeting closes."""
    await service.end_key(session, actor, meeting)


@wall.post("", status_code=204)
async def open_wall(
    body: ProjectorOpen,
    response: Response,
    session: SessionDep,
    runtime: RuntimeDep,
    address: AddressDep,
) -> None:
    """Let this browser show the wall of a meeting, by the code that its chair made."""
    limit = runtime.settings.link_limit
    await runtime.throttle.expect(limit, "projector", address)
    try:
        await service.find_wall(session, body.code)
    except NotFound:
        await runtime.throttle.count(limit, "projector", address)
        raise
    response.set_cookie(
        COOKIE,
        read_code(body.code),
        max_age=HALF_A_DAY,
        httponly=True,
        samesite="strict",
        secure=runtime.settings.is_https,
        path="/api/projector",
    )


@wall.get("")
async def read_wall(found: WallDep, session: SessionDep, runtime: RuntimeDep) -> WallRead:
    """The wall as it is now."""
    key, meeting = found
    state, _ = await reading.read_on(session, meeting.id, BEGINNING, after=0)
    return await reading.read_wall(session, key, meeting, runtime.settings, state)


@wall.get("/join.svg", response_class=Response)
async def draw_code(found: WallDep, runtime: RuntimeDep) -> Response:
    """The QR code that leads to the meeting's door."""
    return Response(drawing.draw(found[1], runtime.settings), media_type=drawing.SVG_TYPE)


@wall.websocket("/live")
async def follow(socket: WebSocket, runtime: RuntimeDep, code: ProjectorCode = "") -> None:
    """Follow the wall: whole, and whole again each time it changes."""
    await follower.follow(socket, runtime, code)

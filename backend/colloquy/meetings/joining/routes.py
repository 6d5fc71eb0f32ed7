"""HTTP: codes, the QR code, and the socket that tries one's connection."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response, WebSocket

from colloquy.core.web import AddressDep, RuntimeDep, SessionDep
from colloquy.meetings.dependencies import MeetingDep
from colloquy.meetings.joining import drawing, echo, service
from colloquy.meetings.joining.schemas import Door, LinkWanted
from colloquy.people.dependencies import SessionToken

door = APIRouter(prefix="/api/join", tags=["joining"])
router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["joining"])

Code = Annotated[str, Path(max_length=40)]


@door.get("/{code}")
async def try_code(
    code: Code, token: SessionToken, session: SessionDep, runtime: RuntimeDep, address: AddressDep
) -> Door:
    """Where this code leads me."""
    meeting = await service.find_by_code(session, runtime, code, address=address)
    return await service.open_door(session, meeting, token)


@door.post("/{code}/link", status_code=202)
async def ask_for_link(
    code: Code, body: LinkWanted, session: SessionDep, runtime: RuntimeDep, address: AddressDep
) -> None:
    """Mail a link to this address if it was invited; the answer is the same if it was not."""
    meeting = await service.find_by_code(session, runtime, code, address=address)
    await service.want_link(session, runtime, meeting, body.email, address=address)


@router.get("/{meeting_id}/join.svg", response_class=Response)
async def draw_code(meeting: MeetingDep, runtime: RuntimeDep) -> Response:
    """The QR code that leads to the meeting's door."""
    return Response(drawing.draw(meeting, runtime.settings), media_type=drawing.SVG_TYPE)


@router.websocket("/{meeting_id}/echo")
async def answer_pings(
    socket: WebSocket, study_id: UUID, meeting_id: UUID, runtime: RuntimeDep
) -> None:
    """Answer pings, so that people can try their connection before they come in."""
    await echo.answer_pings(socket, runtime, study_id, meeting_id)

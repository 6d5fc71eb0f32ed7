"""The socket of a meeting."""

from uuid import UUID

from fastapi import APIRouter, WebSocket

from colloquy.core.web import RuntimeDep
from colloquy.meetings.following import follower
from colloquy.meetings.messages import LiveFrame

router = APIRouter(prefix="/api/studies/{study_id}/meetings", tags=["meetings"])
webhooks = APIRouter(tags=["meetings"])


@webhooks.post("live")
async def live_frame(body: LiveFrame) -> None:
    """What the socket of a meeting says; declared here so that browsers get its types."""


@router.websocket("/{meeting_id}/live")
async def follow(
    socket: WebSocket, study_id: UUID, meeting_id: UUID, runtime: RuntimeDep, after: int = 0
) -> None:
    """Follow a meeting: what was missed since `after`, then everything as it happens."""
    await follower.follow(socket, runtime, follower.Wanted(study_id, meeting_id, after))

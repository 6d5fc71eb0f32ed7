"""What every socket of a meeting has in common: who is admitted, and what is bounded on the way.

Frames from the browser are few and small, a send never waits without end, and whoever breaks the
rules is closed with a code that tells the browser whether trying again is of any use.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Coroutine
from typing import Any, Generic, TypeVar
from uuid import UUID

from fastapi import WebSocket, WebSocketDisconnect
from pydantic import BaseModel, TypeAdapter, ValidationError

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import ColloquyError, Forbidden
from colloquy.core.runtime import Runtime
from colloquy.meetings import policy
from colloquy.meetings.messages import Refused
from colloquy.meetings.service import find_meeting
from colloquy.people.dependencies import get_session_token
from colloquy.studies.dependencies import get_actor, get_newcomer

SEND_SECONDS = 10.0
CLOSE_SECONDS = 2.0
FRAME_LIMIT = 4096
BAD_FRAME_LIMIT = 5
FLOOD = 60
FLOOD_SECONDS = 10.0

# any other code means that the connection broke, and nobody knows when
CLOSED_BY_BROWSER = frozenset({1000, 1001, 1005})
BAD_FRAMES = 4400
TOO_SLOW = 4408
TOO_MANY = 4429

Frame = TypeVar("Frame")


class Over(Exception):
    """The conversation ends, with a code for the browser and a reason for whoever reads it."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def refusal(error: ColloquyError) -> Over:
    """The end that an error of the HTTP read is on a socket; the code is 4000 + its status."""
    return Over(4000 + error.status, error.message)


async def admit(socket: WebSocket, runtime: Runtime, study_id: UUID, meeting_id: UUID) -> Actor:
    """The member behind the socket, checked as for the HTTP read."""
    try:
        async with runtime.reading() as session:
            token = await get_session_token(socket)
            newcomer = await get_newcomer(study_id, token, session)
            actor = await get_actor(newcomer)
            meeting = await find_meeting(session, study_id, meeting_id)
            if not policy.can_attend(actor, meeting):
                raise Forbidden("This meeting is for other groups of the panel.")
            return actor
    except ColloquyError as error:
        raise refusal(error) from error


async def converse(socket: WebSocket, conversation: Awaitable[None]) -> None:
    """Let a conversation run until either side ends it."""
    # accepted first: a socket refused before that tells its browser no reason
    await socket.accept()
    try:
        await conversation
    except Over as over:
        reason = over.reason.encode()[:120].decode(errors="ignore")
        with contextlib.suppress(TimeoutError, RuntimeError, WebSocketDisconnect):
            async with asyncio.timeout(CLOSE_SECONDS):
                await socket.close(over.code, reason)
    except WebSocketDisconnect:
        pass


async def until_one_ends(*parts: Coroutine[Any, Any, None]) -> None:
    """Run parts of a conversation until the first ends, then end the others; its error is raised."""
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


class Line(Generic[Frame]):
    """One browser's socket, bounded in both directions; `heard_at` is when it last gave a sign."""

    def __init__(self, socket: WebSocket, frames: TypeAdapter[Frame]) -> None:
        self._socket = socket
        self._frames = frames
        self.heard_at = now()
        self._bad_frames = 0
        self._heard: deque[float] = deque(maxlen=FLOOD)

    async def hear(self) -> Frame:
        """The next frame of the protocol; what is outside it is answered and passed over."""
        while True:
            message = await self._socket.receive()
            if message["type"] == "websocket.disconnect":
                code = message.get("code", 1005)
                if code in CLOSED_BY_BROWSER:
                    self.heard_at = now()
                raise WebSocketDisconnect(code)
            self.heard_at = now()
            self._count_frame()
            text: str | None = message.get("text")
            try:
                if text is None or len(text) > FRAME_LIMIT:
                    raise ValueError
                return self._frames.validate_json(text)
            except (ValidationError, ValueError):
                await self._refuse()

    async def say(self, frame: BaseModel) -> None:
        """Send a frame."""
        await self.send(frame.model_dump_json())

    async def send(self, frame: str) -> None:
        """Send a frame that is text already; a browser that does not take it is cut off."""
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self._socket.send_text(frame)
        except TimeoutError as error:
            raise Over(TOO_SLOW, "The connection was too slow and starts again.") from error

    def send_now(self, frame: str) -> bool:
        """Send a frame if the browser can take it at once; False, with nothing sent, if not."""
        sending = self._socket.send_text(frame)
        try:
            sending.send(None)
        except StopIteration:
            return True
        except (WebSocketDisconnect, RuntimeError):
            return False
        # the server waits before it writes anything, until the browser has taken what came before
        sending.close()
        return False

    def _count_frame(self) -> None:
        clock = asyncio.get_running_loop().time()
        if len(self._heard) == FLOOD and clock - self._heard[0] < FLOOD_SECONDS:
            raise Over(TOO_MANY, "Too many messages in a short time.")
        self._heard.append(clock)

    async def _refuse(self) -> None:
        self._bad_frames += 1
        if self._bad_frames > BAD_FRAME_LIMIT:
            raise Over(BAD_FRAMES, "Too many messages that are not in the protocol.")
        detail = "This message is not in the protocol, so it was not read. Nothing else changed."
        await self.say(Refused(type="error", detail=detail))

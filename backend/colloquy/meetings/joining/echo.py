"""A socket that only answers, so that people can see whether theirs works before they come in."""

import asyncio
from uuid import UUID

from fastapi import WebSocket

from colloquy.core.clock import now
from colloquy.core.runtime import Runtime
from colloquy.meetings.line import Line, Over, admit, converse
from colloquy.meetings.messages import BROWSER_FRAME, Ping, Pong

ANSWERS = 20
SECONDS = 30.0
ENOUGH = 1000


async def answer_pings(
    socket: WebSocket, runtime: Runtime, study_id: UUID, meeting_id: UUID
) -> None:
    """Answer a few pings of somebody who may come in; nobody else is told that they are there."""
    await converse(socket, _answer(socket, runtime, study_id, meeting_id))


async def _answer(socket: WebSocket, runtime: Runtime, study_id: UUID, meeting_id: UUID) -> None:
    await admit(socket, runtime, study_id, meeting_id)
    line = Line(socket, BROWSER_FRAME)
    try:
        async with asyncio.timeout(SECONDS):
            for _ in range(ANSWERS):
                if isinstance(await line.hear(), Ping):
                    await line.say(Pong(type="pong", now=now()))
    except TimeoutError as error:
        raise Over(ENOUGH, "That was long enough to see that it works.") from error
    raise Over(ENOUGH, "That was often enough to see that it works.")

"""The hub of an embedded worker: what it says is carried through a pipe to the server beside it.

The two are processes of their own and there is no Redis, so without it what a job does would be
seen only when somebody looks into the database.
"""

import asyncio
import contextlib
import json
import logging
import os
import threading
from collections.abc import Callable
from typing import Any

from colloquy.core.hub import Hub, MemoryHub

LONGEST_LINE = 8 * 1024 * 1024
log = logging.getLogger(__name__)
_turn = threading.Lock()


class RelayHub(MemoryHub):
    """The memory hub of one job, which also tells the server all that it is told."""

    def __init__(self, pipe: int) -> None:
        super().__init__()
        self._pipe = pipe

    async def publish(self, channel: str, message: str) -> None:
        """Tell the listeners here and those of the server."""
        await super().publish(channel, message)
        await self._carry("publish", channel, message)

    async def mark(self, place: str, key: str, text: str, *, seconds: float) -> None:
        """Put a mark, or keep it from fading for so long, here and at the server."""
        await super().mark(place, key, text, seconds=seconds)
        await self._carry("mark", place, key, text, seconds)

    async def unmark(self, place: str, key: str) -> None:
        """Take a mark away, here and at the server."""
        await super().unmark(place, key)
        await self._carry("unmark", place, key)

    async def _carry(self, *said: object) -> None:
        line = json.dumps(said).encode() + b"\n"
        await asyncio.to_thread(self._write, line)

    def _write(self, line: bytes) -> None:
        # a server that has gone has nobody to tell, and its worker ends anyway
        with _turn, contextlib.suppress(BrokenPipeError):
            while line:
                line = line[os.write(self._pipe, line) :]


async def listen(pipe: int, find_hub: Callable[[], Hub | None]) -> None:
    """Say at the server's hub what its worker says, until the worker has gone.

    What is said before the server has a hub is said to nobody: nobody listens yet.
    """
    reader = asyncio.StreamReader(limit=LONGEST_LINE)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(pipe, "rb", buffering=0)
    )
    try:
        while line := await reader.readline():
            if hub := find_hub():
                await _repeat(hub, json.loads(line))
    finally:
        transport.close()


async def _repeat(hub: Hub, said: list[Any]) -> None:
    match said:
        case ["publish", str(channel), str(message)]:
            await hub.publish(channel, message)
        case ["mark", str(place), str(key), str(text), int() | float() as seconds]:
            await hub.mark(place, key, text, seconds=seconds)
        case ["unmark", str(place), str(key)]:
            await hub.unmark(place, key)
        case _:
            log.warning("The worker said something that the server does not know: %s", said[:1])

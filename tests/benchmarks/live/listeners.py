"""The load: voters, and sockets that only count frames, in a process of its own, told what to do line by line.

They speak just enough of the WebSocket protocol to be cheap: what is measured is the server, so a
listener must cost far less than what tells it. Run as `python -m tests.benchmarks.live.listeners`;
orders come in as JSON lines, answers go out as JSON lines.
"""

import asyncio
import base64
import json
import os
import re
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tests.benchmarks.live.voters import vote

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
PATIENCE_SECONDS = 120
COUNT = b'{"type":"votes_counted"'
VOTED = re.compile(rb'"voted":(\d+)')


@dataclass
class Awaited:
    """A word that every listener is to hear, and when each did."""

    word: bytes
    everybody: asyncio.Event
    missing: int
    at: list[float] = field(default_factory=list[float])

    def heard(self) -> None:
        """One more listener has heard it."""
        self.at.append(time.monotonic())
        self.missing -= 1
        if self.missing == 0:
            self.everybody.set()


class Listener(asyncio.Protocol):
    """One socket: its handshake, and the frames that the server sends."""

    def __init__(self, hall: "Hall", request: bytes, greeting: bytes) -> None:
        self.hall = hall
        self.request = request
        self.greeting = greeting
        self.is_open = False
        self.awaits = False
        self.rest = b""

    def connection_made(self, transport: Any) -> None:
        """Ask for a WebSocket."""
        self.transport = transport
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        """Take what came apart into frames."""
        buffer = self.rest + data
        if not self.is_open:
            head, found, buffer = buffer.partition(b"\r\n\r\n")
            if not found:
                self.rest = head
                return
            self._begin(head)
        self.rest = buffer[self._read(buffer) :]

    def _begin(self, head: bytes) -> None:
        if b" 101 " not in head[:20]:
            raise RuntimeError(head.decode(errors="replace"))
        self.is_open = True
        if self.greeting:
            self.transport.write(masked(TEXT, self.greeting))

    def _read(self, buffer: bytes) -> int:
        """Take every whole frame; how many bytes those were."""
        start, size = 0, len(buffer)
        while size - start >= 2:
            length, body = buffer[start + 1] & 127, start + 2
            if length >= 126:
                wide = 2 if length == 126 else 8
                length, body = int.from_bytes(buffer[body : body + wide]), body + wide
            if size < body + length:
                break
            self._frame(buffer[start] & 15, buffer[body : body + length])
            start = body + length
        return start

    def _frame(self, opcode: int, payload: bytes) -> None:
        hall = self.hall
        hall.frames += 1
        hall.bytes += len(payload)
        if opcode == PING:
            self.transport.write(masked(PONG, payload))
        elif opcode == TEXT and payload == b"2":  # a ping of Engine.IO's own
            self.transport.write(masked(TEXT, b"3"))
        elif payload.startswith(COUNT):
            hall.count(payload)
        elif self.awaits and hall.awaited and hall.awaited.word in payload:
            self.awaits = False
            hall.awaited.heard()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody should be cut off while it is measured."""
        self.hall.lost += 0 if self.hall.is_leaving else 1


@dataclass
class Hall:
    """All listeners, and what they have heard together."""

    listeners: list[Listener] = field(default_factory=list[Listener])
    awaited: Awaited | None = None
    frames: int = 0
    bytes: int = 0
    lost: int = 0
    is_leaving: bool = False
    # each count of votes that was told: to how many, and when to the last of them
    counts: dict[int, tuple[int, float]] = field(default_factory=dict[int, tuple[int, float]])

    def count(self, payload: bytes) -> None:
        """A listener was told how many have voted."""
        if found := VOTED.search(payload):
            told, _ = self.counts.get(int(found[1]), (0, 0.0))
            self.counts[int(found[1])] = (told + 1, time.monotonic())

    def counted(self) -> Any:
        """When everybody knew of so many votes, by number, in seconds of the clock of all processes."""
        everybody = len(self.listeners)
        at = {number: moment for number, (told, moment) in self.counts.items() if told >= everybody}
        return {"at": at, "frames": self.frames, "bytes": self.bytes, "lost": self.lost}

    async def come(self, address: str, cookies: list[str], greeting: str, word: str) -> Any:
        """Connect a listener for every cookie at once; until each has heard the word."""
        self.listeners, self.is_leaving = [], False
        where = urlsplit(address)
        self._await(word, len(cookies))
        began = time.monotonic()

        async def connect(cookie: str) -> None:
            key = base64.b64encode(os.urandom(16)).decode()
            request = (
                f"GET {where.path}?{where.query} HTTP/1.1\r\nHost: {where.netloc}\r\n"
                f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
                f"Sec-WebSocket-Version: 13\r\nOrigin: http://{where.netloc}\r\n"
                f"Cookie: {cookie}\r\n\r\n"
            ).encode()
            listener = Listener(self, request, greeting.encode())
            listener.awaits = True
            self.listeners.append(listener)
            await asyncio.get_running_loop().create_connection(
                lambda: listener, where.hostname, where.port
            )

        await asyncio.gather(*map(connect, cookies))
        return await self.hear(began)

    def expect(self, word: str) -> None:
        """From now on every listener waits for the word."""
        self._await(word, len(self.listeners))
        for listener in self.listeners:
            listener.awaits = True

    async def hear(self, began: float) -> Any:
        """Wait until all have heard it; the times since the beginning, in seconds."""
        assert self.awaited
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self.awaited.everybody.wait()
        finally:
            at = sorted(moment - began for moment in self.awaited.at)
        return {"at": at, "frames": self.frames, "bytes": self.bytes, "lost": self.lost}

    def leave(self) -> None:
        """Hang up, all at once."""
        self.is_leaving = True
        for listener in self.listeners:
            listener.transport.abort()

    def _await(self, word: str, everybody: int) -> None:
        self.frames = self.bytes = 0
        self.counts.clear()
        self.awaited = Awaited(word.encode(), asyncio.Event(), everybody)


def masked(opcode: int, payload: bytes) -> bytes:
    """A frame as a browser sends it; a mask of zeros leaves the words as they are."""
    return bytes([0x80 | opcode, 0x80 | len(payload), 0, 0, 0, 0]) + payload


async def obey(hall: Hall, order: dict[str, Any]) -> Any:
    """Do one order."""
    match order.pop("do"):
        case "come":
            return await hall.come(**order)
        case "expect":
            return hall.expect(**order)
        case "counted":
            return hall.counted()
        case "vote":
            return await vote(**order)
        case "hear":
            return await hall.hear(**order)
        case _:
            return hall.leave()


async def main() -> None:
    """Take orders until there are no more."""
    hall = Hall()
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        answer = await obey(hall, json.loads(line))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())

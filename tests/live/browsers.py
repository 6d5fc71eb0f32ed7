"""Real servers on free ports, and browsers that follow a meeting over real sockets."""

import asyncio
import contextlib
import json
import socket as sockets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from colloquy.core.runtime import Runtime, make_runtime
from colloquy.core.settings import Settings
from colloquy.people.dependencies import COOKIE
from tests.factories.meetings import Meeting
from tests.factories.studies import Person
from tests.support.lab import make_app

PATIENCE_SECONDS = 15.0
NO_EVENTS = frozenset(
    {
        "hello",
        "reload",
        "presence",
        "came_and_went",
        "votes_counted",
        "vote_noted",
        "caption",
        "pong",
        "error",
    }
)


@dataclass
class Server:
    """One process's worth of server: an application with a hub and a database of its own."""

    runtime: Runtime
    port: int
    process: uvicorn.Server

    async def settle(self) -> None:
        """Wait until every socket that was closed has been put away."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.process.server_state.tasks:
                await asyncio.sleep(0.02)

    @asynccontextmanager
    async def follow(
        self, meeting: Meeting, person: Person, *, after: int = 0, **options: Any
    ) -> AsyncGenerator["Browser"]:
        """A browser of this person that follows the meeting until the block ends."""
        path = f"{meeting.path}/live?after={after}"
        async with self.listen(path, person, **options) as browser:
            yield browser

    @asynccontextmanager
    async def listen(self, path: str, person: Person, **options: Any) -> AsyncGenerator["Browser"]:
        """A browser of this person at the socket of a path until the block ends."""
        cookie = f"{COOKIE}={person.client.cookies[COOKIE]}"
        address = f"ws://127.0.0.1:{self.port}{path}"
        headers = {"Cookie": cookie, "Origin": f"http://127.0.0.1:{self.port}"}
        headers |= options.pop("headers", {})
        options = {"compression": None, "additional_headers": headers, **options}
        async with connect(address, **options) as connection:
            yield Browser(connection)


@dataclass
class Browser:
    """What one socket has been told."""

    connection: ClientConnection
    frames: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    @property
    def events(self) -> list[dict[str, Any]]:
        """The entries of the log, in the order they came."""
        return [frame for frame in self.frames if frame["type"] not in NO_EVENTS]

    @property
    def seqs(self) -> list[int]:
        return [event["seq"] for event in self.events]

    def of(self, type_: str) -> list[dict[str, Any]]:
        """The frames of a type."""
        return [frame for frame in self.frames if frame["type"] == type_]

    async def say(self, text: str | bytes | dict[str, Any]) -> None:
        await self.connection.send(json.dumps(text) if isinstance(text, dict) else text)

    async def hear(self, seconds: float = PATIENCE_SECONDS) -> dict[str, Any]:
        """The next frame."""
        async with asyncio.timeout(seconds):
            frame = json.loads(await self.connection.recv())
        self.frames.append(frame)
        return frame

    async def hear_until(self, seq: int) -> list[int]:
        """Read on until the log has come to a number; answers every number heard."""
        last = max(self.seqs, default=0)
        while last < seq:
            frame = await self.hear()
            last = last if frame["type"] in NO_EVENTS else frame["seq"]
        return self.seqs

    async def hear_of(self, type_: str, seconds: float = PATIENCE_SECONDS) -> dict[str, Any]:
        """Read on until a frame of a type comes."""
        while True:
            frame = await self.hear(seconds)
            if frame["type"] == type_:
                return frame

    async def hear_for(self, seconds: float) -> None:
        """Read whatever comes in this time."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while True:
                    await self.hear(seconds)

    @property
    def here(self) -> dict[str, dict[str, Any]]:
        """Who is here by what has been said of it, by id."""
        found: dict[str, dict[str, Any]] = {}
        for frame in self.frames:
            if frame["type"] == "presence":
                found = {one["id"]: one for one in frame["here"]}
            elif frame["type"] == "came_and_went":
                found |= {one["id"]: one for one in frame["came"]}
                found = {key: one for key, one in found.items() if key not in frame["went"]}
        return found

    async def hear_names(self, *names: str) -> None:
        """Read on until exactly these people are said to be here."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while {one["name"] for one in self.here.values()} != set(names):
                await self.hear()

    async def hear_close(self) -> int:
        """Read on until the server closes the socket; answers its code, 1006 for a broken line."""
        with contextlib.suppress(ConnectionClosed):
            async with asyncio.timeout(PATIENCE_SECONDS):
                while True:
                    await self.hear()
        return self.connection.close_code or 0


@asynccontextmanager
async def serving(
    settings: Settings, runtime: Runtime | None = None, **options: Any
) -> AsyncGenerator[Server]:
    """A server in this process, on a free port, ended with the block."""
    own = make_runtime(settings) if runtime is None else None
    running = runtime or own
    assert running
    listener = sockets.socket()
    listener.setsockopt(sockets.SOL_SOCKET, sockets.SO_SNDBUF, options.pop("send_buffer", 262144))
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        make_app(settings, running), ws="websockets-sansio", log_level="warning", lifespan="on"
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not server.started:
                await asyncio.sleep(0.01)
        yield Server(running, listener.getsockname()[1], server)
    finally:
        server.should_exit = True
        await task
        listener.close()
        if own:
            await own.close()

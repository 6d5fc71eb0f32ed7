"""What the fan-out is held against: a bare loop of `websockets.broadcast`, and python-socketio.

Run as `python -m tests.benchmarks.live.references KIND PORT`. Every line on standard input is sent
to every socket; neither knows people, an order or a log.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Any

Tell = Callable[[str], Awaitable[None]]
_running: list[asyncio.Task[None]] = []


async def bare(port: int) -> Tell:
    """`websockets.broadcast` to everybody connected, without compression."""
    from websockets.asyncio.server import ServerConnection, broadcast, serve  # noqa: PLC0415

    everybody: set[ServerConnection] = set()

    async def stay(connection: ServerConnection) -> None:
        everybody.add(connection)
        await connection.send("hello")
        try:
            await connection.wait_closed()
        finally:
            everybody.discard(connection)

    await serve(stay, "127.0.0.1", port, compression=None)

    async def tell(text: str) -> None:
        broadcast(everybody, text)

    return tell


async def socketio(port: int) -> Tell:
    """`AsyncServer.emit` of python-socketio on uvicorn, as its documentation has it."""
    import socketio as library  # noqa: PLC0415
    import uvicorn  # noqa: PLC0415

    server: Any = library.AsyncServer(async_mode="asgi", cors_allowed_origins="*")
    app = library.ASGIApp(server)
    config = uvicorn.Config(
        app, port=port, log_level="warning", ws="websockets-sansio", ws_per_message_deflate=False
    )
    _running.append(asyncio.create_task(uvicorn.Server(config).serve()))

    async def emit(text: str) -> None:
        await server.emit("event", text)

    return emit


async def main() -> None:
    """Serve until there are no more lines."""
    make = {"bare": bare, "socketio": socketio}[sys.argv[1]]
    tell = await make(int(sys.argv[2]))
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        await tell(line.strip())


if __name__ == "__main__":
    asyncio.run(main())

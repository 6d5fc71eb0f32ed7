"""The server process: answers requests and watches its worker."""

import asyncio
import contextlib
import logging
import os
import subprocess
import sys
from collections.abc import AsyncGenerator

import uvicorn
from fastapi import FastAPI

from colloquy.api.application import create_app
from colloquy.core.hub import Hub
from colloquy.core.relay import listen
from colloquy.core.runtime import Runtime
from colloquy.core.settings import Settings

log = logging.getLogger(__name__)

LONGEST_PAUSE_SECONDS = 30.0
GRACE_SECONDS = 10.0


async def serve(settings: Settings) -> None:
    """Serve until told to stop; the embedded worker lives and dies with the server."""
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_level=settings.log_level.lower(),
        ws="websockets-sansio",
        ws_max_size=64 * 1024,
        # frames are small, and each of hundreds of sockets would pack the same one by itself
        ws_per_message_deflate=False,
        ws_ping_interval=20,
        ws_ping_timeout=20,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    if settings.worker == "separate":
        await server.serve()
        return
    async with _embedded_worker(app):
        await server.serve()


@contextlib.asynccontextmanager
async def _embedded_worker(app: FastAPI) -> AsyncGenerator[None]:
    watcher = asyncio.create_task(_watch_worker(app))
    try:
        yield
    finally:
        watcher.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watcher


async def _watch_worker(app: FastAPI) -> None:
    """Keep one worker process alive, with growing pauses when it keeps dying."""
    pause = 1.0
    while True:
        started = asyncio.get_running_loop().time()
        here, there = os.pipe()
        command = ("-m", "colloquy.cli", "worker", "--embedded", "--relay", str(there))
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, stdin=subprocess.PIPE, pass_fds=(there,)
        )
        os.close(there)
        listening = asyncio.create_task(listen(here, lambda: _hub(app)))
        try:
            code = await process.wait()
        except asyncio.CancelledError:
            await _end(process)
            raise
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
        lived = asyncio.get_running_loop().time() - started
        pause = 1.0 if lived > LONGEST_PAUSE_SECONDS else min(pause * 2, LONGEST_PAUSE_SECONDS)
        log.warning("The worker ended (%s); it starts again in %.0f s", code, pause)
        await asyncio.sleep(pause)


def _hub(app: FastAPI) -> Hub | None:
    runtime: Runtime | None = getattr(app.state, "runtime", None)
    return runtime.hub if runtime else None


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), GRACE_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()

"""`colloquy serve` and `colloquy worker`."""

import asyncio
import logging
from typing import Annotated

import typer

from colloquy import main
from colloquy import worker as worker_process
from colloquy.core.errors import ColloquyError
from colloquy.core.settings import Settings


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 0,
) -> None:
    """Serve the pages and the API; starts and watches a worker unless told otherwise."""
    settings = Settings()
    settings.host = host or settings.host
    settings.port = port or settings.port
    start_logging(settings)
    try:
        asyncio.run(main.prepare(settings))
    except ColloquyError as error:
        typer.echo(error.message, err=True)
        raise typer.Exit(1) from error
    asyncio.run(main.serve(settings))


def worker(
    embedded: Annotated[
        bool, typer.Option(hidden=True, help="Started by `serve`: the only worker there is.")
    ] = False,
) -> None:
    """Do the long work: transcription, mail. Run as many as you like when Redis is configured."""
    settings = Settings()
    start_logging(settings)
    worker_process.work(settings, embedded=embedded)


def start_logging(settings: Settings) -> None:
    """One line an event on the console."""
    logging.basicConfig(
        level=settings.log_level.upper(),
        format="%(asctime)s %(levelname)-7s %(name)s: %(message)s",
    )
    # one line a request is uvicorn's; these would say each again
    for noisy in ("httpx", "huey", "faster_whisper"):
        logging.getLogger(noisy).setLevel(logging.WARNING)

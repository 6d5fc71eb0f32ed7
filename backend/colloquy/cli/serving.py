"""`colloquy serve`."""

import asyncio
from typing import Annotated

import typer

from colloquy import main
from colloquy.core.console import start_logging
from colloquy.core.errors import ColloquyError
from colloquy.core.settings import Settings
from colloquy.migrations.schema import prepare


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
        asyncio.run(prepare(settings))
    except ColloquyError as error:
        typer.echo(error.message, err=True)
        raise typer.Exit(1) from error
    asyncio.run(main.serve(settings))

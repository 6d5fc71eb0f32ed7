"""`colloquy worker`."""

from typing import Annotated

import typer

from colloquy.core.console import start_logging
from colloquy.core.settings import Settings
from colloquy.worker import work


def worker(
    embedded: Annotated[
        bool, typer.Option(hidden=True, help="Started by `serve`: the only worker there is.")
    ] = False,
    relay: Annotated[
        int, typer.Option(hidden=True, help="The pipe to the server that started it.")
    ] = -1,
) -> None:
    """Do the long work: transcription, mail. Run as many as you like when Redis is configured."""
    settings = Settings()
    start_logging(settings)
    work(settings, embedded=embedded, relay=relay if relay >= 0 else None)

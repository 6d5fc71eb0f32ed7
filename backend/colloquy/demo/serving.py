"""`python -m colloquy.demo.serving`: what `colloquy demo --serve` and `make run` start.

One process instead of two, because most of a start is importing.
"""

import asyncio
from typing import Annotated

import typer

from colloquy import main
from colloquy.core.console import start_logging
from colloquy.core.settings import Settings
from colloquy.demo.__main__ import make


def serve(
    reset: Annotated[
        bool, typer.Option("--reset", help="Remove the demo study and make it afresh.")
    ] = False,
) -> None:
    """Make the demo study if it is not there, print links to sign in with, and serve."""
    settings = Settings()
    make(settings, reset=reset)
    start_logging(settings)
    asyncio.run(main.serve(settings))


if __name__ == "__main__":
    typer.run(serve)

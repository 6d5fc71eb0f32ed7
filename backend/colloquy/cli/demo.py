"""`colloquy demo`: the demo study, and links to sign in with."""

import os
import sys
from typing import Annotated

import typer


def demo(
    reset: Annotated[
        bool, typer.Option("--reset", help="Remove the demo study and make it afresh.")
    ] = False,
    serve: Annotated[
        bool, typer.Option("--serve", help="Then serve it, as `colloquy serve` does.")
    ] = False,
) -> None:
    """Make the demo study if it is not there, and print links to sign in with."""
    # the demo is a neighbour on the top floor: this process becomes it
    module = "colloquy.demo.serving" if serve else "colloquy.demo"
    command = [sys.executable, "-m", module, *(["--reset"] if reset else [])]
    os.execv(sys.executable, command)  # noqa: S606 - our own module

"""`colloquy demo`: the demo study, and links to sign in with."""

import subprocess
import sys
from typing import Annotated

import typer


def demo(
    reset: Annotated[
        bool, typer.Option("--reset", help="Remove the demo study and make it afresh.")
    ] = False,
) -> None:
    """Make the demo study if it is not there, and print links to sign in with."""
    # the demo is a neighbour on the top floor: it is started, as `serve` starts its worker
    command = [sys.executable, "-m", "colloquy.demo", *(["--reset"] if reset else [])]
    raise typer.Exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - our own module

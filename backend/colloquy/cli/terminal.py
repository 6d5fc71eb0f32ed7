"""What commands share when they talk to a person: progress on stderr, plain words, exit codes."""

import sys
from enum import StrEnum
from typing import NoReturn

import typer

from colloquy.core.errors import ColloquyError
from colloquy.recordings.engines.names import FASTER, OPENAI


class EngineChoice(StrEnum):
    """The engines as they are called on the command line."""

    FASTER = "faster"
    OPENAI = "openai"

    @property
    def full_name(self) -> str:
        """The engine's own name, as in transcripts and settings."""
        return FASTER if self is EngineChoice.FASTER else OPENAI


class Progress:
    """One line on stderr that counts to 100 %: in place on a terminal, else every tenth."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._in_place = sys.stderr.isatty()
        self._step = 1 if self._in_place else 10
        self._shown = -1

    def of(self, share: float) -> None:
        """Show a share between 0 and 1; it never goes back."""
        percent = int(min(1.0, max(0.0, share)) * 100) // self._step * self._step
        if percent <= self._shown:
            return
        self._shown = percent
        start, end = ("\r", "") if self._in_place else ("", "\n")
        typer.echo(f"{start}{self._what}: {percent} %{end}", nl=False, err=True)

    def of_bytes(self, done: int, total: int) -> None:
        """Show bytes received of bytes in all."""
        if total:
            self.of(done / total)

    def finish(self) -> None:
        """Show that it is done and leave the line."""
        self.of(1.0)
        if self._in_place:
            typer.echo("", err=True)


def stop_with(error: ColloquyError, code: int) -> NoReturn:
    """Say in plain words what went wrong and end with an exit code."""
    typer.echo(f"\n{error.title}.\n{error.message}", err=True)
    raise typer.Exit(code)

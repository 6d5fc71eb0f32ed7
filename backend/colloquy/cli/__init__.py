"""The `colloquy` command: each subcommand is a module of this package, imported when it is asked for.

Importing them all takes seconds, and every start pays for it (docs/decisions/start-up.md).
"""

import gc
import importlib
from types import ModuleType
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

# the subcommands in the order of the help, and where each is: a function, or a group of commands
COMMANDS = {
    "serve": "serving.serve",
    "demo": "demo.demo",
    "account": "accounts.account",
    "worker": "working.worker",
    "transcribe": "transcribe.transcribe",
    "models": "models.app",
    "cmoc": "cmoc.app",
    "analyse": "analyse.app",
    "doctor": "doctor.doctor",
    "openapi": "openapi.openapi",
}
HIDDEN = {"openapi"}


def _import_for_good(module: str) -> ModuleType:
    """Import what stays until the end: nothing of it is garbage, now or at any later collection."""
    gc.disable()
    try:
        return importlib.import_module(module)
    finally:
        gc.freeze()
        gc.enable()


class Subcommands(TyperGroup):
    """Knows the subcommands by name and imports the one that is run, or all for the help."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Every subcommand's name."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """The subcommand of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(".")
        found = vars(_import_for_good(f"colloquy.cli.{module}"))[attribute]
        home = typer.Typer()
        if isinstance(found, typer.Typer):
            home.add_typer(found, name=cmd_name)
        else:
            home.command(cmd_name, hidden=cmd_name in HIDDEN)(found)
        return get_group(home).commands[cmd_name]


app = typer.Typer(
    name="colloquy",
    cls=Subcommands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def colloquy() -> None:
    """Work out what works, for whom, in what circumstances and why."""

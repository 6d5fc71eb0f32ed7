"""`python -m colloquy.demo`: what `colloquy demo` starts."""

import asyncio
import logging
from typing import Annotated

import typer

from colloquy.api.wiring import wire
from colloquy.core.errors import ColloquyError
from colloquy.core.runtime import make_runtime
from colloquy.core.settings import Settings
from colloquy.demo.links import Guise, make_guises
from colloquy.demo.seeding import ensure_demo, find_demos, is_whole
from colloquy.migrations.schema import prepare
from colloquy.studies.models import Study


def demo(
    reset: Annotated[
        bool, typer.Option("--reset", help="Remove the demo study and make it afresh.")
    ] = False,
) -> None:
    """Make the demo study if it is not there, and print links to sign in with."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    make(Settings(), reset=reset)


def make(settings: Settings, *, reset: bool) -> None:
    """Make the demo study if it is not there, and print links; ends the process when it cannot."""
    try:
        asyncio.run(_demo(settings, reset))
    except ColloquyError as error:
        typer.echo(error.message, err=True)
        raise typer.Exit(1) from error


async def _demo(settings: Settings, reset: bool) -> None:
    wire()
    await prepare(settings)
    runtime = make_runtime(settings)
    try:
        async with runtime.reading() as session:
            is_there = any(is_whole(study) for study in await find_demos(session))
        if reset or not is_there:
            typer.echo("Making the demo study (about half a minute) …", err=True)
        password = await ensure_demo(runtime, afresh=reset)
        async with runtime.unit_of_work() as session:
            (study,) = await find_demos(session)
            guises = await make_guises(session, study, settings)
        _print(study, guises, settings, password)
    finally:
        await runtime.close()


def _print(study: Study, guises: list[Guise], settings: Settings, password: str | None) -> None:
    typer.echo(f"\n{study.title}: every person, answer and spoken word in it is made up.\n")
    typer.echo(f"Sign in with one of these; each works once, within {settings.link_days} days:\n")
    width = max(len(f"{guise.kind} ({guise.name})") for guise in guises)
    for guise in guises:
        who = f"{guise.kind} ({guise.name})"
        typer.echo(f"  {who:<{width}}  {guise.link}")
    typer.echo("\nStaff can also sign in with their address and the demo's password:\n")
    for guise in guises:
        if guise.is_staff:
            typer.echo(f"  {guise.kind:<14} {guise.email}")
    if password:
        typer.echo(f"\n  Password, shown only now: {password}\n")
    else:
        typer.echo(
            "\n  It was shown when the demo was made. `colloquy demo --reset` makes a new one.\n"
        )


if __name__ == "__main__":
    typer.run(demo)

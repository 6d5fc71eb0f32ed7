"""`colloquy account`: the first person of an installation, or one who has lost every way in."""

import asyncio
from typing import Annotated

import typer

from colloquy.core.errors import ColloquyError
from colloquy.core.runtime import make_runtime
from colloquy.core.settings import Settings
from colloquy.migrations.schema import prepare
from colloquy.people.service import find_or_create_account, make_link, set_password

SHORTEST_PASSWORD = 12


def account(
    email: Annotated[str, typer.Argument(help="The person's e-mail address.")],
    name: Annotated[str, typer.Option(help="The person's name, for a new account.")] = "",
    administrator: Annotated[
        bool, typer.Option("--administrator", help="Let them see the outbox and begin studies.")
    ] = False,
    password: Annotated[
        str, typer.Option(help="Set a password; asked for when the option is `-`.")
    ] = "",
) -> None:
    """Make an account, or give an old one a fresh sign-in link; prints the link."""
    if password == "-":  # noqa: S105 - asks for it
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    if password and len(password) < SHORTEST_PASSWORD:
        typer.echo(f"A password has at least {SHORTEST_PASSWORD} characters.", err=True)
        raise typer.Exit(2)
    try:
        link = asyncio.run(
            _account(Settings(), email, name, password, is_administrator=administrator)
        )
    except ColloquyError as error:
        typer.echo(error.message, err=True)
        raise typer.Exit(1) from error
    typer.echo(f"Sign in once with this link: {link}")


async def _account(
    settings: Settings, email: str, name: str, password: str, *, is_administrator: bool
) -> str:
    await prepare(settings)
    runtime = make_runtime(settings)
    try:
        async with runtime.unit_of_work() as session:
            account = await find_or_create_account(session, email=email, name=name)
            if is_administrator:
                account.is_administrator = True
                session.add(account)
            if password:
                await set_password(session, account, password)
            return await make_link(session, account.id, settings, landing="/")
    finally:
        await runtime.close()

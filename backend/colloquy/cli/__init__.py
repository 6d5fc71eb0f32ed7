"""The `colloquy` command: each subcommand is a module of this package."""

import typer

from colloquy.cli import accounts, cmoc, demo, doctor, models, openapi, serving, transcribe

app = typer.Typer(
    name="colloquy",
    help="Work out what works, for whom, in what circumstances and why.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command()(serving.serve)
app.command()(demo.demo)
app.command()(accounts.account)
app.command()(serving.worker)
app.command()(transcribe.transcribe)
app.add_typer(models.app, name="models")
app.add_typer(cmoc.app, name="cmoc")
app.command()(doctor.doctor)
app.command(hidden=True)(openapi.openapi)

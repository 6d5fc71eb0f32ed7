"""`colloquy models`: which speech models there are, and fetching one."""

from pathlib import Path
from typing import Annotated

import typer

from colloquy.cli.terminal import EngineChoice, Progress, stop_with
from colloquy.core.settings import Settings
from colloquy.recordings.engines.models import list_models
from colloquy.recordings.engines.models import pull as fetch_model
from colloquy.recordings.errors import EngineMissing, ModelUnavailable

UNAVAILABLE = 3

app = typer.Typer(
    no_args_is_help=True, help="List and fetch the models that turn speech into text."
)

Engine = Annotated[EngineChoice, typer.Option(help="The engine the model is for.")]
Cache = Annotated[
    Path | None, typer.Option(help="Where fetched models are kept; else as the settings say.")
]


@app.command("list")
def list_known(engine: Engine = EngineChoice.FASTER, cache: Cache = None) -> None:
    """Show the models that can be asked for by name, and which of them are here."""
    for entry in list_models(cache or Settings().models_cache, engine.full_name):
        here = "here" if entry.path else "not here"
        typer.echo(f"{entry.name:<12} {entry.megabytes:>5} MB  {here:<8}  {entry.remark}")


@app.command()
def pull(
    name: Annotated[
        str, typer.Argument(help="A name from `models list`, or OWNER/NAME at the hub.")
    ],
    engine: Engine = EngineChoice.FASTER,
    cache: Cache = None,
) -> None:
    """Fetch a model into the cache folder; one that is there already is not fetched again."""
    progress = Progress(f"Fetching {name}")
    try:
        path = fetch_model(
            name, engine.full_name, cache or Settings().models_cache, progress.of_bytes
        )
    except (ModelUnavailable, EngineMissing) as error:
        stop_with(error, UNAVAILABLE)
    progress.finish()
    typer.echo(f"“{name}” is at {path}")

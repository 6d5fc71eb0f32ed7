"""`colloquy cmoc`: CMO notation to JSON and back, without a server."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from colloquy.methods import notation

UNREADABLE, MISTAKEN = 1, 2

app = typer.Typer(no_args_is_help=True, help="Read and write CMO notation.")

File = Annotated[str, typer.Argument(help="A text file in UTF-8, or - for what is piped in.")]


class _Configuration(BaseModel):
    """One configuration as JSON."""

    elements: list[notation.Element] = Field(min_length=1)


@app.command()
def parse(file: File) -> None:
    """Print every configuration of a text as JSON.

    Ends with 0 when it is read, 1 when there is no such file, 2 when the notation has a mistake.
    """
    try:
        found = notation.parse(_read(file))
    except notation.NotationError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(MISTAKEN) from error
    configurations = [{"elements": [asdict(element) for element in one]} for one in found]
    typer.echo(json.dumps(configurations, ensure_ascii=False, indent=2))


@app.command("format")
def write(file: File) -> None:
    """Print as notation what `parse` printed as JSON, one configuration to a paragraph.

    Ends with 0 when it is written, 1 when there is no such file, 2 when the JSON is not as `parse`
    prints it.
    """
    try:
        given = TypeAdapter(list[_Configuration]).validate_json(_read(file))
    except ValidationError as error:
        for problem in error.errors():
            place = ".".join(str(part) for part in problem["loc"]) or "The file"
            typer.echo(f"{place}: {problem['msg']}", err=True)
        raise typer.Exit(MISTAKEN) from error
    written = [notation.format(tuple(one.elements)) for one in given]
    typer.echo("\n\n".join(written))


def _read(file: str) -> str:
    """The text of a file or of the standard input, or a sentence on why there is none."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        typer.echo(f"{file} cannot be read ({error.strerror}).", err=True)
        raise typer.Exit(UNREADABLE) from error
    except UnicodeDecodeError as error:
        typer.echo(f"{file} is not in UTF-8. Save it as UTF-8 and try again.", err=True)
        raise typer.Exit(UNREADABLE) from error

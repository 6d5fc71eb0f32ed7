"""`colloquy openapi`: the document that the frontend's types are made from."""

import json

import typer

from colloquy.api.application import create_app
from colloquy.core.settings import Settings


def openapi() -> None:
    """Print the OpenAPI document."""
    typer.echo(json.dumps(create_app(Settings()).openapi(), indent=1, ensure_ascii=False))

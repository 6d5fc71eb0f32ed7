"""`python -m colloquy.cli` is `colloquy`."""

from colloquy.cli import app

app()

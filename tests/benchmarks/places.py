"""A whole application on an empty database, for measuring."""

import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from colloquy.api.application import create_app
from colloquy.core.runtime import make_runtime
from colloquy.core.settings import Settings
from colloquy.migrations.schema import upgrade
from tests.support.lab import ORIGIN, Lab


@asynccontextmanager
async def a_lab(database_url: str | None = None) -> AsyncGenerator[Lab]:
    """The application on SQLite, or on the database at a URL."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(
            data_folder=folder / "data",
            transcripts_folder=folder / "transcripts",
            database_url=database_url or f"sqlite:///{folder / 'colloquy.db'}",
            public_url=ORIGIN,
        )
        runtime = make_runtime(settings)
        await upgrade(runtime.database)
        app = create_app(settings, runtime)
        app.state.runtime = runtime
        lab = Lab(app=app, runtime=runtime)
        yield lab
        await lab.close()
        await runtime.close()

"""Servers for the live tests: one, or two that share a database and a Redis."""

from collections.abc import AsyncGenerator

import pytest

from colloquy.core.settings import Settings
from tests.live.browsers import Server, serving
from tests.support.databases import Databases
from tests.support.lab import Lab


@pytest.fixture(params=["postgresql", pytest.param("sqlite", marks=pytest.mark.long)])
def database_url(request: pytest.FixtureRequest, databases: Databases) -> str:
    """What a socket is told hardly hangs on the database: on SQLite it is tested by `make test-long`."""
    return databases.empty(request)


@pytest.fixture
async def server(lab: Lab, settings: Settings) -> AsyncGenerator[Server]:
    """The lab's application on a port of its own."""
    async with serving(settings, lab.runtime) as server:
        yield server


@pytest.fixture
async def two_servers(
    lab: Lab, settings: Settings, redis_url: str
) -> AsyncGenerator[tuple[Server, Server]]:
    """Two servers that know each other only through the database and Redis."""
    shared = settings.model_copy(update={"redis_url": redis_url})
    own = lab.app.state.runtime
    async with serving(shared) as one, serving(shared) as other:
        # what people do by HTTP goes to the first server, unless a test says otherwise
        lab.app.state.runtime = one.runtime
        yield one, other
        lab.app.state.runtime = own

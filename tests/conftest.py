"""Fixtures for every test: databases, the application, and people in a study."""

import shutil
from collections.abc import AsyncGenerator, Generator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, text

from colloquy.core.database import Database
from colloquy.core.runtime import make_runtime
from colloquy.core.settings import Settings
from colloquy.migrations.schema import upgrade
from colloquy.tables import metadata
from tests.factories.studies import Study, a_study
from tests.support import servers
from tests.support.lab import ORIGIN, Lab, make_app


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    with servers.postgres(tmp_path_factory.mktemp("postgres")) as url:
        yield url


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    with servers.redis(tmp_path_factory.mktemp("redis")) as url:
        yield url


@pytest.fixture(scope="session")
async def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with the schema that the migrations make."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    database = Database(f"sqlite+aiosqlite:///{path}")
    await upgrade(database)
    async with database.engine.connect() as connection:
        await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    await database.close()
    return path


@pytest.fixture(scope="session")
async def migrated_postgres(postgres_url: str) -> str:
    """A PostgreSQL database with the schema that the migrations make."""
    database = Database(Settings(database_url=postgres_url).database_address)
    await upgrade(database)
    await database.close()
    return postgres_url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path) -> str:
    """The URL of an empty database of each kind in turn."""
    if request.param == "sqlite":
        path = tmp_path / "colloquy.db"
        shutil.copy(sqlite_template, path)
        return f"sqlite:///{path}"
    url: str = request.getfixturevalue("migrated_postgres")
    # TRUNCATE would write a new file for every table and index; most tables are empty anyway
    emptying = "; ".join(f'DELETE FROM "{table.name}"' for table in metadata.sorted_tables)  # noqa: S608 - our own names
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")  # no keys to be checked
        connection.execute(emptying.encode())
    return url


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    return Settings(
        data_folder=tmp_path / "data",
        transcripts_folder=tmp_path / "transcripts",
        database_url=database_url,
        public_url=ORIGIN,
        sign_in_limit="1000/minute",
        link_limit="1000/minute",
    )


def _do_not_wait_for_the_disk(connection: Any, _record: Any) -> None:
    # what survives a crash is shown by processes that are killed (tests/live/test_killed.py)
    connection.execute("PRAGMA synchronous=OFF")


@pytest.fixture
async def lab(settings: Settings) -> AsyncGenerator[Lab]:
    """The application on an empty database."""
    runtime = make_runtime(settings)
    if runtime.database.is_sqlite:
        event.listen(runtime.database.engine.sync_engine, "connect", _do_not_wait_for_the_disk)
    app = make_app(settings, runtime)
    app.state.runtime = runtime
    lab = Lab(app=app, runtime=runtime)
    yield lab
    await lab.close()
    await runtime.close()


@pytest.fixture
async def study(lab: Lab) -> Study:
    """A study with two groups, a stage, and one person in every role."""
    return await a_study(lab)

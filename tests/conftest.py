"""Fixtures for every test: databases, the application, and people in a study."""

import shutil
from collections.abc import AsyncGenerator, Generator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings as examples
from sqlalchemy import text
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from colloquy.core.database import Database
from colloquy.core.runtime import make_runtime
from colloquy.core.settings import Settings
from colloquy.migrations.schema import upgrade
from tests.factories.studies import Study
from tests.support import servers
from tests.support.databases import Databases
from tests.support.kept import KeptStudy, keep
from tests.support.lab import ORIGIN, Lab, make_app
from tests.support.sharing_databases import KINDS, left_out

# each keeps a core busy for a minute or so: begun last, one of them would run alone at the end
DEAR = (
    "api/demo",
    "golden/test_whisper.py",
    "live/test_killed.py",
    "live/test_separate_processes.py",
    "live/test_three_servers.py",
    "e2e/test_pages.py",
    "e2e/test_two_rounds.py",
    "e2e/test_the_whole_loop.py",
    "e2e/test_a_meeting.py",
)
HERE = Path(__file__).parent

# a change is judged by the same examples as yesterday; `make test-long` looks for new ones
examples.register_profile("same", derandomize=True)
examples.register_profile("search", max_examples=1000)
examples.load_profile("same")
# what these share is dear to make: the seeded demo; everybody of the demo in a browser
SHARING = (
    ("tests/api/demo/",),
    ("tests/e2e/test_pages.py", "tests/e2e/test_transcript_editor.py"),
)


class Together(LoadFileScheduling):
    """`--dist loadfile`, and in one process what shares something across files."""

    def _split_scope(self, nodeid: str) -> str:
        for places in SHARING:
            if nodeid.startswith(places):
                return places[0]
        return super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling | None:
    """The tests of a file share what is dear to make."""
    return Together(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--share-databases",
        action="store_true",
        help="run every test that needs a database on one kind, half of them on each",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes longest; leave out what another run has if asked to."""
    items.sort(key=_turn)
    if config.getoption("share_databases"):
        config.hook.pytest_deselected(items=[item for item in items if left_out(item)])
        items[:] = [item for item in items if not left_out(item)]


def _turn(item: pytest.Item) -> int:
    path = str(item.path.relative_to(HERE))
    return next((turn for turn, dear in enumerate(DEAR) if path.startswith(dear)), len(DEAR))


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


@pytest.fixture(scope="session")
async def databases(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path
) -> AsyncGenerator[Databases]:
    """One database of each kind, which the tests of this process use one after the other."""
    path = tmp_path_factory.mktemp("shared") / "colloquy.db"
    shutil.copy(sqlite_template, path)
    databases = Databases(path)
    yield databases
    await databases.close()


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, databases: Databases) -> str:
    """The URL of an empty database of each kind in turn."""
    return databases.empty(request)


@pytest.fixture(scope="session")
def usual_settings() -> Settings:
    return Settings(public_url=ORIGIN, sign_in_limit="1000/minute", link_limit="1000/minute")


@pytest.fixture
def settings(usual_settings: Settings, tmp_path: Path, database_url: str) -> Settings:
    return usual_settings.model_copy(
        update={
            "data_folder": tmp_path / "data",
            "transcripts_folder": tmp_path / "transcripts",
            "database_url": database_url,
        }
    )


@pytest.fixture
async def lab(settings: Settings, databases: Databases) -> AsyncGenerator[Lab]:
    """The application on an empty database."""
    runtime = replace(make_runtime(settings), database=databases.at(settings.database_address))
    app = make_app(settings, runtime)
    app.state.runtime = runtime
    lab = Lab(app=app, runtime=runtime)
    yield lab
    await lab.close()
    await runtime.hub.close()
    await runtime.throttle.close()


_kept: list[KeptStudy] = []


@pytest.fixture
async def study(lab: Lab) -> Study:
    """A study with two groups, a stage, and one person in every role."""
    if not _kept:
        _kept.append(await keep(lab))
        return _kept[0].known_to(lab)
    return await _kept[0].put_back(lab)

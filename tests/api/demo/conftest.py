"""The demo study on each kind of database."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.support.demo import (
    Demo,
    Seeded,
    carry_over,
    demo_settings,
    empty_postgres,
    open_demo,
    open_lab,
)
from tests.support.kept_demo import lay_out

# pytest makes a fixture afresh whenever its parameter changes between files; seeding is too dear
_made: dict[str, Seeded] = {}


@pytest.fixture(
    scope="package", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)]
)
async def seeded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Seeded:
    """A seeded demo that nobody writes to; seeding takes seconds, copying does not."""
    if request.param not in _made:
        _made[request.param] = await _seed(request, tmp_path_factory)
    return _made[request.param]


async def _seed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Seeded:
    folder = tmp_path_factory.mktemp("demo") / "data"
    lay_out(folder.parent)
    (folder.parent / "transcripts").rename(folder / "transcripts")
    kept = demo_settings(folder, f"sqlite:///{folder / 'colloquy.db'}")
    if request.param == "sqlite":
        return Seeded(folder, kept.database_url)
    # seeding it here once more is among the long tests
    url = empty_postgres(request.getfixturevalue("postgres_url"), "demo_template")
    await carry_over(kept, demo_settings(folder, url))
    return Seeded(folder, url)


@pytest.fixture(scope="package")
async def demo(seeded: Seeded, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[Demo]:
    """A demo to be looked at: what is in it is not changed by any test."""
    async with open_lab(seeded.copy(tmp_path_factory.mktemp("shared") / "data")) as lab:
        yield await open_demo(lab)


@pytest.fixture
async def own_demo(seeded: Seeded, tmp_path: Path) -> AsyncGenerator[Demo]:
    """A demo of the test's own, to do with as it likes."""
    async with open_lab(seeded.copy(tmp_path / "data")) as lab:
        yield await open_demo(lab)

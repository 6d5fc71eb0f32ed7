"""The demo study, seeded once for each kind of database; every test gets a copy of its own."""

import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from httpx import AsyncClient
from sqlalchemy import insert
from sqlmodel import SQLModel, func, select

from colloquy.core.database import Database
from colloquy.core.runtime import make_runtime
from colloquy.core.settings import Settings
from colloquy.demo.people import address
from colloquy.demo.seeding import ensure_demo, find_demos
from colloquy.migrations.schema import prepare
from colloquy.people.queries import account_by_email
from colloquy.studies.models import Study
from colloquy.tables import metadata
from tests.support.lab import ORIGIN, Lab, make_app


@dataclass
class Demo:
    """An application with the demo study in it."""

    lab: Lab
    study: Study

    @property
    def url(self) -> str:
        return f"/api/studies/{self.study.id}"

    async def client(self, name: str) -> AsyncClient:
        """A browser that an invented person is signed in with."""
        async with self.lab.runtime.reading() as session:
            account = await account_by_email(session, address(name))
        assert account, name
        return await self.lab.client(account)

    async def count(self) -> dict[str, int]:
        """The rows of every table."""
        counted: dict[str, int] = {}
        async with self.lab.runtime.reading() as session:
            for table in SQLModel.metadata.sorted_tables:
                found = await session.exec(select(func.count()).select_from(table))
                counted[table.name] = found.one()
        return counted


@dataclass
class Seeded:
    """Where a demo was seeded: a data folder, and a database to be copied."""

    folder: Path
    url: str

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    def copy(self, folder: Path) -> Settings:
        """The same demo once more, for one test to do with as it likes."""
        shutil.copytree(self.folder, folder)
        if self.is_sqlite:
            return demo_settings(folder, f"sqlite:///{folder / 'colloquy.db'}")
        return demo_settings(folder, copy_postgres(self.url))


def demo_settings(folder: Path, url: str) -> Settings:
    return Settings(
        data_folder=folder,
        transcripts_folder=folder / "transcripts",
        database_url=url,
        public_url=ORIGIN,
        sign_in_limit="1000/minute",
        link_limit="1000/minute",
    )


def empty_postgres(url: str, name: str) -> str:
    """A new database of this name without any table, on the server of a URL."""
    server = url.rpartition("/")[0]
    with psycopg.connect(f"{server}/template1", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0'.encode())
    return f"{server}/{name}"


def copy_postgres(url: str) -> str:
    """A new database like this one; nobody may be connected to it."""
    server, _, name = url.rpartition("/")
    copy = f"demo_{uuid4().hex}"
    with psycopg.connect(f"{server}/template1", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"'.encode())
    return f"{server}/{copy}"


async def carry_over(kept: Settings, settings: Settings) -> None:
    """Write every row of a seeded demo into an empty database, of whatever kind."""
    await prepare(settings)
    source, target = Database(kept.database_address), Database(settings.database_address)
    async with source.engine.connect() as read, target.engine.begin() as write:
        for table in metadata.sorted_tables:
            rows = (await read.execute(select(table))).mappings().all()
            if rows:
                await write.execute(insert(table), [dict(row) for row in rows])
    await source.close()
    await target.close()


async def seed(settings: Settings) -> None:
    await prepare(settings)
    async with open_lab(settings) as lab:
        assert await ensure_demo(lab.runtime)


@asynccontextmanager
async def open_lab(settings: Settings) -> AsyncGenerator[Lab]:
    runtime = make_runtime(settings)
    app = make_app(settings, runtime)
    app.state.runtime = runtime
    lab = Lab(app=app, runtime=runtime)
    try:
        yield lab
    finally:
        await lab.close()
        await runtime.close()


async def open_demo(lab: Lab) -> Demo:
    async with lab.runtime.reading() as session:
        (study,) = await find_demos(session)
    return Demo(lab, study)

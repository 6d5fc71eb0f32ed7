"""One database of each kind for all tests of a process: emptied between two, never made anew.

What SQLAlchemy has compiled belongs to an engine. With an engine a test, compiling the same
statements again was the larger part of all tests.
"""

import sqlite3
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event

from colloquy.core.database import Database
from colloquy.tables import metadata

# TRUNCATE would write a new file for every table and index; most tables are empty anyway
EMPTYING = "; ".join(f'DELETE FROM "{table.name}"' for table in metadata.sorted_tables)  # noqa: S608 - our own names


class Databases:
    """The databases and the engines that talk to them."""

    def __init__(self, sqlite_path: Path) -> None:
        self._sqlite_path = sqlite_path
        self._engines: dict[str, Database] = {}
        # a connection that stays knows the tables already
        self._postgres: psycopg.Connection | None = None

    def at(self, address: str) -> Database:
        """The one engine for this address."""
        if address not in self._engines:
            database = self._engines[address] = Database(address)
            if database.is_sqlite:
                event.listen(database.engine.sync_engine, "connect", _do_not_wait_for_the_disk)
        return self._engines[address]

    def empty(self, request: pytest.FixtureRequest) -> str:
        """The URL of an empty database of the kind that is the parameter of a fixture."""
        if request.param == "sqlite":
            return self._empty_sqlite()
        return self._empty_postgres(request.getfixturevalue("migrated_postgres"))

    def _empty_sqlite(self) -> str:
        self._sqlite.executescript(f"BEGIN; {EMPTYING}; COMMIT")
        return f"sqlite:///{self._sqlite_path}"

    def _empty_postgres(self, url: str) -> str:
        if self._postgres is None:
            self._postgres = psycopg.connect(url)
            # no keys to be checked
            self._postgres.execute("SET session_replication_role = replica")
        self._postgres.execute(EMPTYING.encode())
        self._postgres.commit()
        return url

    @cached_property
    def _sqlite(self) -> sqlite3.Connection:
        # foreign keys are off unless asked for
        connection = sqlite3.connect(self._sqlite_path, timeout=20, isolation_level=None)
        connection.execute("PRAGMA synchronous=OFF")
        return connection

    async def close(self) -> None:
        """Let go of every connection."""
        self._sqlite.close()
        if self._postgres:
            self._postgres.close()
        for database in self._engines.values():
            await database.close()


def _do_not_wait_for_the_disk(connection: Any, _record: Any) -> None:
    # what survives a crash is shown by processes that are killed (tests/live/test_killed.py)
    connection.execute("PRAGMA synchronous=OFF")

"""One database of each kind for all tests of a process: emptied between two, never made anew.

What SQLAlchemy has compiled belongs to an engine. With an engine a test, compiling the same
statements again was the larger part of all tests.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
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

    def at(self, address: str) -> Database:
        """The one engine for this address."""
        if address not in self._engines:
            database = self._engines[address] = Database(address)
            if database.is_sqlite:
                event.listen(database.engine.sync_engine, "connect", _do_not_wait_for_the_disk)
        return self._engines[address]

    def empty_sqlite(self) -> str:
        """The URL of the SQLite database, with nothing in it."""
        # foreign keys are off unless asked for
        with closing(sqlite3.connect(self._sqlite_path, timeout=20)) as connection:
            connection.executescript(f"PRAGMA synchronous=OFF; BEGIN; {EMPTYING}; COMMIT")
        return f"sqlite:///{self._sqlite_path}"

    def empty_postgres(self, url: str) -> str:
        """This URL, of a database with nothing in it."""
        with psycopg.connect(url) as connection:
            connection.execute("SET session_replication_role = replica")  # no keys to be checked
            connection.execute(EMPTYING.encode())
        return url

    async def close(self) -> None:
        """Let go of every connection."""
        for database in self._engines.values():
            await database.close()


def _do_not_wait_for_the_disk(connection: Any, _record: Any) -> None:
    # what survives a crash is shown by processes that are killed (tests/live/test_killed.py)
    connection.execute("PRAGMA synchronous=OFF")

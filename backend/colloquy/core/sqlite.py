"""SQLite at one trip to its thread for each statement, where aiosqlite makes four.

aiosqlite runs every call in a thread of the connection's own, and SQLAlchemy asks it for a cursor,
the execution, the rows and the closing one by one. The going to and fro then takes longer than
SQLite itself. Here the four happen together. See docs/decisions/one-trip-to-sqlite.md.
"""

import sqlite3
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Self, TypeVar

import aiosqlite

Result = TypeVar("Result")


class Cursor:
    """What a statement gave back, all of it: its rows are here when `execute` returns."""

    arraysize = 1

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: tuple[Any, ...] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Iterable[Any] = ()) -> Self:
        """Run a statement and fetch whatever it gives."""
        return await self._connection.visit(
            partial(self._run, sqlite3.Cursor.execute, statement, parameters)
        )

    async def executemany(self, statement: str, parameters: Iterable[Iterable[Any]]) -> Self:
        """Run a statement once for each set of parameters."""
        return await self._connection.visit(
            partial(self._run, sqlite3.Cursor.executemany, statement, parameters)
        )

    async def fetchall(self) -> list[Any]:
        """The rows that the statement gave."""
        return self._rows

    async def close(self) -> None:
        """Nothing is left open."""

    def _run(
        self,
        verb: Callable[..., object],
        statement: str,
        parameters: Iterable[Any],
        connection: sqlite3.Connection,
    ) -> Self:
        cursor = connection.cursor()
        try:
            verb(cursor, statement, parameters)
            self.description = cursor.description
            self._rows = cursor.fetchall() if cursor.description else []
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()
        return self


class Connection(aiosqlite.Connection):
    """A connection whose cursors make one trip a statement, for SQLAlchemy's `async_creator_fn`."""

    def __init__(self, database: str, **options: Any) -> None:
        super().__init__(partial(sqlite3.connect, database, **options), iter_chunk_size=64)
        # a process that forgot to close must end all the same
        self._thread.daemon = True

    def cursor(self) -> Cursor:  # pyright: ignore[reportIncompatibleMethodOverride]
        """A cursor; none is opened in SQLite before there is something to run."""
        return Cursor(self)

    async def visit(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do something with SQLite's own connection, in its thread."""
        return await self._execute(work, self._conn)  # pyright: ignore[reportUnknownMemberType]

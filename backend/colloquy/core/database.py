"""The database: SQLite by default, PostgreSQL by one URL, the same models on both."""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import DateTime, Dialect, MetaData, event
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import declared_attr
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import sqlite
from colloquy.core.clock import now
from colloquy.core.ids import new_id

SQLModel.metadata.naming_convention = cast(
    "dict[str, str]",
    MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    ).naming_convention,
)

CONNECTIONS = 20
"""What a process opens to its database at most; a usual PostgreSQL has a hundred for all."""


class Moment(TypeDecorator[datetime]):
    """A time with its zone; SQLite has no such type, so UTC is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Row(SQLModel):
    """What every table has: an id that sorts by time, and when it was made."""

    @declared_attr.directive
    def __tablename__(cls) -> str:  # pyright: ignore[reportIncompatibleVariableOverride]  # noqa: N805
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    id: UUID = Field(default_factory=new_id, primary_key=True)
    created_at: datetime = Field(default_factory=now, sa_type=Moment)


class Database:
    """An engine and the two ways to talk to it: to read, or to write."""

    def __init__(self, address: str) -> None:
        self.address = address
        is_sqlite = self.is_sqlite
        self.engine = create_async_engine(
            address,
            pool_reset_on_return=None,
            pool_pre_ping=not is_sqlite,
            pool_size=CONNECTIONS,
            # one that is opened for a rush and closed after it costs more than waiting
            max_overflow=0,
            connect_args={"async_creator_fn": sqlite.Connection} if is_sqlite else {},
        )
        if is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_sqlite)
        self._writing = self.engine.execution_options(begin="IMMEDIATE")
        self._turn = asyncio.Lock()

    @property
    def is_sqlite(self) -> bool:
        """True for SQLite."""
        return self.address.startswith("sqlite")

    @asynccontextmanager
    async def session(self, *, writes: bool) -> AsyncGenerator[AsyncSession]:
        """A session in one transaction; the caller commits.

        A writing transaction takes SQLite's one write lock at its start: taken later, at the
        first write, SQLite would refuse at once instead of waiting its turn. SQLite itself does not
        queue: who waits tries again now and then, and may starve. So the writers of this process
        queue here, and only another process is waited for in SQLite's way.
        """
        bind = self._writing if writes else self.engine
        turn = self._turn if writes and self.is_sqlite else nullcontext()
        async with turn, AsyncSession(bind, expire_on_commit=False) as session:
            yield session

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin_sqlite
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # what was acknowledged survives a power cut, not only a crash
        "foreign_keys=ON",
        "busy_timeout=15000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")

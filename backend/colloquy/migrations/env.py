"""Alembic's entry: runs the migrations on the connection it is handed."""

from typing import Literal

from alembic import context
from sqlalchemy.engine import Connection
from sqlmodel.sql.sqltypes import AutoString

from colloquy.core.database import Moment
from colloquy.tables import metadata


def _plain_types(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Write our own column types as the plain ones they are: a migration outlives the code."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    return False


def run() -> None:
    connection: Connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transactional_ddl=True,  # SQLite too: a migration that fails leaves nothing behind
        render_item=_plain_types,
    )
    with context.begin_transaction():
        context.run_migrations()


run()

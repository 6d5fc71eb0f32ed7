"""Brings a database to this version's schema, and refuses one from a newer version."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from colloquy.core.database import Database
from colloquy.core.errors import Conflict
from colloquy.core.settings import Settings

FOLDER = Path(__file__).parent
MIGRATING = 0x434F4C4C  # any number that nobody else locks


class DatabaseIsNewer(Conflict):
    """The database was written by a newer Colloquy than this one."""


def configure(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


async def prepare(settings: Settings) -> None:
    """Make the data folder and bring the database to this version's schema."""
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database_address)
    try:
        await upgrade(database)
    finally:
        await database.close()


async def upgrade(database: Database) -> None:
    """Run every migration that is missing; `DatabaseIsNewer` when the database is ahead of us."""
    async with database.engine.begin() as connection:
        await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        # of several servers that start at once one migrates; the others wait for it here
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATING)))
    refuse_newer(connection)
    command.upgrade(configure(connection), "head")


def refuse_newer(connection: Connection) -> None:
    """Raise `DatabaseIsNewer` when the database names a migration that this version lacks."""
    script = ScriptDirectory.from_config(configure())
    known = {revision.revision for revision in script.walk_revisions()}
    found = MigrationContext.configure(connection).get_current_revision()
    if found and found not in known:
        raise DatabaseIsNewer(
            f"This database was written by a newer version of Colloquy (its schema is {found}). "
            "Nothing has been changed. Install that version or a later one, or use a backup that "
            "this version made."
        )

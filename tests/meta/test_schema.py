"""The migrations make exactly the tables that the models describe, on both databases."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.engine import Connection

from colloquy.core.database import Database
from colloquy.core.settings import Settings
from colloquy.migrations.schema import DatabaseIsNewer, upgrade
from colloquy.tables import metadata

# the migrations are written once for both
pytestmark = pytest.mark.both_databases


async def test_migrations_and_models_agree(database_url: str) -> None:
    database = Database(Settings(database_url=database_url).database_address)

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    async with database.engine.connect() as connection:
        found = await connection.run_sync(differences)
    await database.close()
    assert found == []


async def test_a_database_from_a_newer_version_is_refused_and_left_alone(
    tmp_path: Path, sqlite_template: Path
) -> None:
    path = tmp_path / "newer.db"
    path.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite+aiosqlite:///{path}")
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseIsNewer, match="newer version of Colloquy"):
        await upgrade(database)
    async with database.engine.connect() as connection:
        version = (
            await connection.execute(text("SELECT version_num FROM alembic_version"))
        ).scalar()
    await database.close()
    assert version == "9999"

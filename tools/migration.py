"""Write a migration from the difference between the models and the newest schema.

python tools/migration.py "what changes"
"""

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy.engine import Connection

from colloquy.core.database import Database
from colloquy.migrations.schema import FOLDER, configure, upgrade

VERSIONS = FOLDER / "versions"


async def main(message: str) -> None:
    """Bring an empty database up to date, then let Alembic compare it with the models."""
    if message == "--first":
        message = "first schema"
        for path in VERSIONS.glob("0001_*.py"):
            path.unlink()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'compare.db'}")
        await upgrade(database)
        async with database.engine.begin() as connection:
            await connection.run_sync(_write, message)
        await database.close()


def _write(connection: Connection, message: str) -> None:
    number = f"{len(list(VERSIONS.glob('0*.py'))) + 1:04}"
    command.revision(configure(connection), message, autogenerate=True, rev_id=number)
    for path in VERSIONS.glob(f"{number}_*.py"):
        subprocess.run(["ruff", "check", "--fix", "--quiet", path], check=True)
        subprocess.run(["ruff", "format", "--quiet", path], check=True)


if __name__ == "__main__":
    asyncio.run(main(" ".join(sys.argv[1:]) or "change"))

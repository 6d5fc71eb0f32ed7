"""How many rows there are in a server's database, in all or of one study."""

import sqlite3
from collections import Counter
from uuid import UUID

from colloquy.studies.removing import rows_within
from colloquy.tables import metadata
from tests.support.process import ServerProcess

# that work was asked for stays, and so does the log of who began and ended a rehearsal
STAYS = frozenset({"job", "audit_entry"})


def count_rows(server: ServerProcess) -> Counter[str]:
    """How many rows each table has."""
    return _count(
        server,
        {
            table.name: f"SELECT count(*) FROM {table.name}"  # noqa: S608 - our own tables
            for table in metadata.sorted_tables
            if table.name not in STAYS
        },
    )


def count_rows_of(server: ServerProcess, study_id: str) -> Counter[str]:
    """How many rows of each table belong to a study."""
    return _count(
        server,
        {
            table.name: f"SELECT count(*) FROM {table.name} WHERE "  # noqa: S608 - our own tables
            f"{within.compile(compile_kwargs={'literal_binds': True})}"
            for table in metadata.sorted_tables
            if (within := rows_within(table, UUID(study_id))) is not None
        },
    )


def _count(server: ServerProcess, statements: dict[str, str]) -> Counter[str]:
    path = server.folder / "data" / "colloquy.db"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return Counter(
            {name: connection.execute(query).fetchone()[0] for name, query in statements.items()}
        )

"""Takes a study's rows away with everything that refers to it, and nothing of any other."""

from uuid import UUID

from sqlalchemy import ColumnElement, Table, delete, or_, select
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.studies.models import Study


async def remove_rows(session: AsyncSession, study_id: UUID) -> None:
    """Delete every row of a study in this transaction; accounts, files and mails stay."""
    for table in reversed(SQLModel.metadata.sorted_tables):
        if (within := rows_within(table, study_id)) is not None:
            await session.exec(delete(table).where(within))


def rows_within(table: Table, study_id: UUID) -> ColumnElement[bool] | None:
    """Which rows of a table belong to a study: its own, and those that go when their parents go."""
    if table.name == Study.__tablename__:
        return table.c.id == study_id
    if "study_id" in table.c:
        return table.c.study_id == study_id
    parents = [
        column.in_(select(key.column).where(within))
        for column in table.c
        for key in column.foreign_keys
        if key.ondelete == "CASCADE"
        and (within := rows_within(key.column.table, study_id)) is not None
    ]
    return or_(*parents) if parents else None

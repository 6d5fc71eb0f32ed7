"""The audit log's one table; rows are only ever added."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from colloquy.core.database import Row


class AuditEntry(Row, table=True):
    """One thing that was done: `tag` is `subject:object:action`."""

    tag: str = Field(index=True)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    study_id: UUID | None = Field(default=None, foreign_key="study.id", index=True)
    object_id: UUID | None = Field(default=None, index=True)
    details: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)

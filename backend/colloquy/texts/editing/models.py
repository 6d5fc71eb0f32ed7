"""What was changed in a text, by whom, and how it was before."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from colloquy.core.clock import now
from colloquy.core.database import Moment, Row


class EditKind(StrEnum):
    """What an edit did to its passages."""

    WORDS = "words"
    SPEAKER = "speaker"
    SPLIT = "split"
    JOIN = "join"


class TextEdit(Row, table=True):
    """A step that its maker can take back: its passages before and after."""

    document_id: UUID = Field(foreign_key="document.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True)
    kind: str
    passages: list[dict[str, Any]] = Field(
        sa_type=JSON, description="id, before and after of each passage; null where there was none"
    )
    client_id: UUID | None = Field(
        default=None,
        index=True,
        description="made by the browser: what is typed at one go is one step",
    )
    undone_at: datetime | None = Field(default=None, sa_type=Moment)
    changed_at: datetime = Field(
        default_factory=now, sa_type=Moment, sa_column_kwargs={"onupdate": now}
    )

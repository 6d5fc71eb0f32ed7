"""Small groups as rows: who may open which note, and the note itself."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, LargeBinary, UniqueConstraint
from sqlmodel import Field

from colloquy.core.database import Moment, Row


class SmallGroup(Row, table=True):
    """A small group with its shared note: a whole up to a number, and what was added since."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True, ondelete="CASCADE")
    division_id: UUID = Field(index=True)
    number: int
    title: str
    version_id: UUID | None = Field(default=None, foreign_key="mechanism_version.id", index=True)
    opened_at: datetime | None = Field(default=None, sa_type=Moment)
    frozen_at: datetime | None = Field(default=None, sa_type=Moment)
    document_id: UUID | None = Field(
        default=None, foreign_key="document.id", index=True, ondelete="SET NULL"
    )
    note: bytes = Field(
        default=b"", sa_type=LargeBinary, description="the note as Yjs writes it, up to note_seq"
    )
    note_seq: int = 0
    last_seq: int = 0
    length: int = Field(default=0, description="characters in the note now")
    size: int = Field(default=0, description="bytes of the note and of what was added since")
    changed_at: datetime | None = Field(default=None, sa_type=Moment)
    writer_ids: list[str] = Field(default_factory=list, sa_type=JSON)


class SmallGroupPlace(Row, table=True):
    """A member is in a small group now."""

    __table_args__ = (UniqueConstraint("small_group_id", "member_id"),)

    small_group_id: UUID = Field(foreign_key="small_group.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True, ondelete="CASCADE")


class NoteUpdate(Row, table=True):
    """Something added to a note, in order, until it is merged into the whole."""

    __table_args__ = (UniqueConstraint("small_group_id", "seq"),)

    small_group_id: UUID = Field(foreign_key="small_group.id", index=True, ondelete="CASCADE")
    seq: int
    update: bytes = Field(sa_type=LargeBinary)

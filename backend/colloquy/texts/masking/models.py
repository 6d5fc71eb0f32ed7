"""Words that would tell who somebody is."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from colloquy.core.database import Row


class IdentifyingWords(Row, table=True):
    """Words of a study that only its researchers read, and the pseudonym that others read."""

    __table_args__ = (UniqueConstraint("study_id", "words"),)

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    words: str
    pseudonym: str
    marked_by: UUID = Field(foreign_key="member.id")

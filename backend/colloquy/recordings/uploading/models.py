"""What is on its way in: the files that belong together, and each of them."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, BigInteger, UniqueConstraint
from sqlmodel import Field

from colloquy.core.database import Moment, Row


class Arrangement(StrEnum):
    """How several files belong together."""

    IN_ORDER = "in_order"
    TRACKS = "tracks"


class Intake(Row, table=True):
    """Files that come in together, and what was said about them beforehand."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", description="who sends them")
    arrangement: str = Arrangement.IN_ORDER
    title: str = ""
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id", ondelete="SET NULL")
    starts_at: datetime | None = Field(default=None, sa_type=Moment)
    agreed: str = Field(default="", description="how those who speak agreed; empty: not said")
    accept_cut_off: bool = False
    heard_at: datetime = Field(sa_type=Moment, description="when the last of it came")
    job_id: UUID | None = Field(default=None, foreign_key="job.id", ondelete="SET NULL")
    problem: str = Field(default="", description="why what came was not taken in")
    made: list[str] = Field(
        default_factory=list, sa_type=JSON, description="the recordings that it became"
    )


class Upload(Row, table=True):
    """One of the files; how much of it has come is what lies on disk."""

    __table_args__ = (UniqueConstraint("intake_id", "position"),)

    intake_id: UUID = Field(foreign_key="intake.id", index=True, ondelete="CASCADE")
    position: int
    file_name: str
    modified_ms: int = Field(
        default=0,
        sa_type=BigInteger,
        description="with name and size it says which file of somebody's disk it is",
    )
    size: int = Field(sa_type=BigInteger, description="bytes")
    label: str = Field(default="", description="whose voice it is, where every voice has a file")
    starts_after: float = Field(
        default=0.0, description="seconds after the first began, where every voice has a file"
    )
    member_id: UUID | None = Field(default=None, foreign_key="member.id", ondelete="SET NULL")
    is_whole: bool = False
    problem: str = ""

"""Rehearsals: which study was made for which meeting, how its people act, and until when it stays."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from colloquy.core.database import Moment, Row


class Pace(StrEnum):
    """How much the simulated people do."""

    CALM = "calm"
    LIVELY = "lively"
    STORM = "storm"


class Rehearsal(Row, table=True):
    """A study made from another one's skeleton, to try out one of its meetings."""

    study_id: UUID = Field(foreign_key="study.id", unique=True, ondelete="CASCADE")
    meeting_id: UUID = Field(foreign_key="meeting.id", ondelete="CASCADE")
    of_study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    of_meeting_id: UUID = Field(foreign_key="meeting.id", unique=True, ondelete="CASCADE")
    begun_by: UUID = Field(foreign_key="member.id", ondelete="CASCADE")
    deputy_id: UUID = Field(
        foreign_key="member.id",
        ondelete="CASCADE",
        description="the simulated person who may chair, and gives the chair back",
    )
    job_id: UUID = Field(description="the work of the simulated people")
    seed: int = Field(description="what the simulated people do follows from it")
    pace: str = Pace.LIVELY
    dropped_at: datetime | None = Field(
        default=None, sa_type=Moment, description="when half of the people lost their connection"
    )
    ends_at: datetime = Field(sa_type=Moment, description="deleted by then at the latest")

"""What comes in and goes out about rehearsals."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, Field

from colloquy.rehearsing.models import Pace

MOST_PEOPLE = 400


class Mishap(StrEnum):
    """What can go wrong on purpose."""

    DROP_OUT = "drop_out"
    DEPUTY = "deputy"


class RehearsalStart(BaseModel):
    """How to rehearse; without a number as many come as are invited to the meeting."""

    people: int | None = Field(default=None, ge=1, le=MOST_PEOPLE)
    pace: Pace = Pace.LIVELY


class RehearsalChange(BaseModel):
    """Another pace, from now on."""

    pace: Pace


class MishapIn(BaseModel):
    """Something that goes wrong now."""

    kind: Mishap


class RehearsalRead(BaseModel):
    """A rehearsal: the study and the meeting that it is held in, and those that it tries out.

    `has_stopped` when the simulated people stand still because of a fault.
    """

    study_id: UUID
    meeting_id: UUID
    of_study_id: UUID
    of_meeting_id: UUID
    people: int
    pace: Pace
    has_stopped: bool
    ends_at: datetime


class RehearsalOfMeeting(BaseModel):
    """What somebody who plans a meeting is told: how many would come, and what runs already."""

    expected: int
    running: RehearsalRead | None

"""What comes in and goes out about recording the room."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

MOST_PIECES = 50_000


class RoomOptions(BaseModel):
    """What recording a room is like here."""

    has_captions: bool = Field(description="a speech model is on this machine, and captions are on")
    hours: float
    size_mb: int


class PieceKept(BaseModel):
    """A piece of sound is on disk; `is_recording` is false once the red light is off."""

    number: int
    is_recording: bool


class RoomFinish(BaseModel):
    """How many pieces there are, from 0."""

    model_config = ConfigDict(extra="forbid")

    pieces: int = Field(ge=0, le=MOST_PIECES)


class RoomRead(BaseModel):
    """A recording of the room as those who may record see it."""

    id: UUID
    by: UUID
    by_name: str
    lit_at: datetime
    stopped_at: datetime | None
    heard_at: datetime
    pieces: int
    size: int
    is_finished: bool = Field(description="its browser has said that all pieces have come")
    is_whole: bool
    recording_id: UUID | None

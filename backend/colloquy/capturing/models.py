"""Captions on their way from the worker that hears to the room that reads."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from colloquy.core.database import Row


class RoomCaption(Row, table=True):
    """A few words as a machine heard them; gone once the room's recording is put together."""

    __table_args__ = (UniqueConstraint("room_id", "number"),)

    room_id: UUID = Field(foreign_key="room_recording.id", index=True, ondelete="CASCADE")
    number: int
    text: str
    skipped: float = Field(default=0.0, description="seconds before it that were not heard")

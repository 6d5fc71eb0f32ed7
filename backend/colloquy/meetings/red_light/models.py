"""A recording of the room, from its first piece of sound to the recording that it became."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from colloquy.core.database import Moment, Row


class RoomRecording(Row, table=True):
    """What one browser recorded of a meeting; its pieces lie on disk until they are put together."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", description="whose browser records")
    media_type: str
    has_captions: bool = False
    lit_at: datetime = Field(sa_type=Moment, description="when the red light went on")
    starts_at: datetime | None = Field(
        default=None, sa_type=Moment, description="the moment of second 0, by the server's clock"
    )
    heard_at: datetime = Field(sa_type=Moment, description="when the last piece came")
    stopped_at: datetime | None = Field(default=None, sa_type=Moment)
    pieces: int = Field(default=0, description="how many are on disk")
    size: int = Field(default=0, description="bytes of all pieces")
    expects: int | None = Field(default=None, description="how many there are, once that is known")
    told: int = Field(default=0, description="how many captions the room has been told")
    recording_id: UUID | None = Field(
        default=None, foreign_key="recording.id", ondelete="SET NULL", description="what it became"
    )
    given_up_at: datetime | None = Field(
        default=None, sa_type=Moment, description="when its pieces were removed, never whole"
    )
    is_whole: bool = Field(default=False, description="every piece is in the recording")

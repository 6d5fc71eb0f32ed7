"""What the workers are asked to do with a recording of the room."""

from typing import ClassVar
from uuid import UUID

from colloquy.core.jobs import JobPayload
from colloquy.core.queue import Lane


class PutTogether(JobPayload):
    """Make one recording of the pieces; `is_last_try` where nobody said that all have come."""

    kind: ClassVar[str] = "put_room_recording_together"
    lane: ClassVar[Lane] = Lane.LIVE
    room_id: UUID
    is_last_try: bool


class GiveUpPieces(JobPayload):
    """Remove the pieces of a recording that never became whole."""

    kind: ClassVar[str] = "give_up_room_pieces"
    lane: ClassVar[Lane] = Lane.LIVE
    room_id: UUID


class CaptionRoom(JobPayload):
    """Turn what has come so far into captions, until the recording ends."""

    kind: ClassVar[str] = "caption_room"
    lane: ClassVar[Lane] = Lane.LIVE
    room_id: UUID

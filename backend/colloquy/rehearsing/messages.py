"""What rehearsing asks of the workers."""

from typing import ClassVar
from uuid import UUID

from colloquy.core.jobs import JobPayload
from colloquy.core.queue import Lane

REHEARSALS_AT_ONCE = 3
"""How many a worker plays at the same time."""


class PlayPeople(JobPayload):
    """Let the simulated people of a rehearsal act until it ends."""

    kind: ClassVar[str] = "play_people"
    lane: ClassVar[Lane] = Lane.REHEARSAL
    rehearsal_id: UUID


class EndRehearsal(JobPayload):
    """Delete a rehearsal whose time has passed."""

    kind: ClassVar[str] = "end_rehearsal"
    rehearsal_id: UUID

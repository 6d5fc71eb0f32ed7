"""What running a meeting asks of the workers."""

from typing import ClassVar
from uuid import UUID

from colloquy.core.jobs import JobPayload


class EndForgotten(JobPayload):
    """Close a meeting that nobody closed."""

    kind: ClassVar[str] = "end_forgotten_meeting"
    meeting_id: UUID

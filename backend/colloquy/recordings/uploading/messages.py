"""What the workers are asked to do with files that came in."""

from typing import ClassVar
from uuid import UUID

from colloquy.core.jobs import JobPayload
from colloquy.core.queue import Lane


class TakeFilesIn(JobPayload):
    """Make recordings of files that are here whole."""

    kind: ClassVar[str] = "take_files_in"
    lane: ClassVar[Lane] = Lane.LIVE
    intake_id: UUID


class ForgetIntake(JobPayload):
    """Remove files that nobody goes on sending; asked again where somebody did."""

    kind: ClassVar[str] = "forget_intake"
    intake_id: UUID

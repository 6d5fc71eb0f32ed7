"""What stands before a transcript on paper: of what, when, where, and who speaks in it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks: the name shown, the group that is known of them, seconds of speech."""

    label: str
    group: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Cover:
    """What is known about a recording beside its words; all but the title may be unknown."""

    title: str
    study: str = ""
    meeting: str = ""
    file_name: str = ""
    recorded_at: datetime | None = None
    voices: tuple[Voice, ...] = ()

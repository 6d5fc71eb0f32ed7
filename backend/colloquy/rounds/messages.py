"""What rounds ask of the workers, and the words of their mails."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from colloquy.core.jobs import JobPayload


class CloseRound(JobPayload):
    """Close a round whose window has passed."""

    kind: ClassVar[str] = "close_round"
    round_id: UUID


@dataclass(frozen=True, slots=True)
class Opening:
    """What the mail says when a round opens."""

    name: str
    study: str
    title: str
    introduction: str
    minutes: int
    closes_at: datetime
    time_zone: str
    link: str
    days: int


def round_opened(words: Opening) -> tuple[str, str]:
    """Subject and text of the mail that a round's opening sends."""
    introduction = f"{words.introduction}\n\n" if words.introduction else ""
    return (
        f"Your view is asked for: {words.title}",
        f"Dear {words.name},\n\n"
        f"“{words.study}” would like to know what you think. {words.title} is open now.\n\n"
        f"{introduction}"
        f"It takes about {words.minutes} minutes. You can stop and go on later.\n"
        f"It closes on {when(words.closes_at, words.time_zone)}.\n\n"
        "To begin, open this link. You need no password. The link works once and for "
        f"{words.days} days; you can always ask for a new one.\n\n{words.link}\n",
    )


def when(moment: datetime, time_zone: str = "UTC") -> str:
    """A moment with its weekday and zone, in a person's own zone where it is known."""
    try:
        there = moment.astimezone(ZoneInfo(time_zone))
    except (ZoneInfoNotFoundError, ValueError):
        there = moment
    return f"{there:%A} {there.day} {there:%B %Y} at {there:%H:%M} ({there:%Z})"

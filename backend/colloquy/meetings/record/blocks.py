"""The pieces of a document, and how numbers and times are written in it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from colloquy.meetings.record.schemas import Block


def heading(words: str, level: int = 1) -> Block:
    """A heading."""
    return Block(kind="heading", level=level, words=[words], rows=[])


def text(words: str) -> Block:
    """A paragraph."""
    return Block(kind="text", level=0, words=[words], rows=[])


def points(lines: Sequence[str]) -> Block:
    """A list."""
    return Block(kind="list", level=0, words=list(lines), rows=[])


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """A table."""
    return Block(kind="table", level=0, words=list(header), rows=[list(row) for row in rows])


def moment(at: datetime) -> str:
    """`Thursday 3 December 2026, 13:00 UTC`."""
    utc = at.astimezone(UTC)
    return f"{utc:%A} {utc.day} {utc:%B %Y, %H:%M} UTC"


def clock(at: datetime) -> str:
    """`13:00` of the same zone."""
    return f"{at.astimezone(UTC):%H:%M}"


def length(seconds: float) -> str:
    """`1:23` of minutes and seconds, with hours where there are some."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def percent(share: float | None) -> str:
    """`38%`, or a dash where there is nothing to share."""
    return "–" if share is None else f"{round(share * 100)}%"

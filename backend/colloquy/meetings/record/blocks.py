"""The pieces of a document, and how numbers and times are written in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

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


def quote(paragraphs: Sequence[str]) -> Block:
    """What somebody wrote, in their own words."""
    return Block(kind="quote", level=0, words=list(paragraphs), rows=[])


@dataclass(frozen=True, slots=True)
class LocalTime:
    """Times as the people of the meeting read them off their clocks."""

    zone: str

    def moment(self, at: datetime) -> str:
        """`Thursday 3 December 2026, 13:00 GMT`."""
        local = at.astimezone(ZoneInfo(self.zone))
        return f"{local:%A} {local.day} {local:%B %Y, %H:%M} {_short(local)}"

    def clock(self, at: datetime) -> str:
        """`13:00` of the same zone."""
        return f"{at.astimezone(ZoneInfo(self.zone)):%H:%M}"


def _short(local: datetime) -> str:
    """`GMT`; of a zone that has no letters, `UTC-03:00`."""
    name = local.tzname() or ""
    return name if name.isalpha() else f"UTC{local.isoformat()[-6:]}"


def length(seconds: float) -> str:
    """`1:23` of minutes and seconds, with hours where there are some."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def percent(share: float | None) -> str:
    """`38%`, or a dash where there is nothing to share."""
    return "–" if share is None else f"{round(share * 100)}%"

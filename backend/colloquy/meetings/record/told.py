"""What minutes are made of, as the log tells it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """An entry of the log: its type, when, by whom, and its own fields."""

    type: str
    at: datetime
    by: str | None
    payload: dict[str, Any]


class Span(NamedTuple):
    """A stretch of time that belongs to something: a person, or a point of the agenda."""

    of: str
    start: datetime
    end: datetime

    @property
    def seconds(self) -> float:
        """How long it lasted."""
        return (self.end - self.start).total_seconds()


class Stretch(NamedTuple):
    """A stretch of time: a break, or a small group's report."""

    start: datetime
    end: datetime


@dataclass(slots=True)
class PollTold:
    """A question, and what came of it once that was shown."""

    question: dict[str, Any]
    opened_at: datetime
    closed_at: datetime | None = None
    voted: int | None = None
    result: dict[str, Any] | None = None


@dataclass(slots=True)
class DivisionTold:
    """People divided into small groups, when they went and when they were called back."""

    how: str
    groups: list[dict[str, Any]]
    sent_at: datetime | None = None
    recalled_at: datetime | None = None
    facilitators: dict[str, str] = field(default_factory=dict[str, str])
    reports: dict[str, list[Stretch]] = field(default_factory=dict[str, list[Stretch]])


@dataclass(slots=True)
class Told:
    """Everything that the log says, so far as minutes need it."""

    started_at: datetime | None = None
    ended_at: datetime | None = None
    is_ended_by_clock: bool = False
    last_at: datetime | None = None
    people: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    chairs: list[str] = field(default_factory=list[str])
    agenda: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    skipped: list[str] = field(default_factory=list[str])
    shown: list[Span] = field(default_factory=list[Span])
    turns: list[Span] = field(default_factory=list[Span])
    pauses: list[Stretch] = field(default_factory=list[Stretch])
    hands: Counter[str] = field(default_factory=Counter[str])
    polls: dict[str, PollTold] = field(default_factory=dict[str, PollTold])
    outcomes: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    recorded: list[Span] = field(default_factory=list[Span])
    divisions: list[DivisionTold] = field(default_factory=list[DivisionTold])

    @property
    def paused(self) -> timedelta:
        """All breaks together."""
        return sum((pause.end - pause.start for pause in self.pauses), timedelta())

"""What every room builds on: facts, entries of the log, steps of the fold, people."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class Fact(BaseModel):
    """Something that is said exactly: unknown fields are refused, nothing is left to a default."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Event(Fact):
    """An entry of the log: its number, when it happened and who did it."""

    seq: int = Field(ge=1)
    at: datetime
    by: UUID | None


class Attendee(Fact):
    """A person in the meeting, by the name that everybody there sees."""

    id: UUID
    name: str
    group_id: UUID | None


Changes: TypeAlias = dict[str, Any]
"""The fields of the state that an event changes, with their new values."""

Steps: TypeAlias = dict[str, Callable[[Any, Any], Changes]]
"""What each event changes in one room's part of the state."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def milliseconds(since: datetime, until: datetime) -> int:
    """How long it is between two moments, each cut to milliseconds as a browser's clock cuts it."""
    return (until - EPOCH) // MILLISECOND - (since - EPOCH) // MILLISECOND

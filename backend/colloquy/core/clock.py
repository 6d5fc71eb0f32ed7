"""Time, always in UTC and always with its zone."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_standing: ContextVar[datetime | None] = ContextVar("standing", default=None)


def now() -> datetime:
    """The present moment in UTC."""
    return _standing.get() or datetime.now(UTC)


@contextmanager
def standing_at(moment: datetime) -> Generator[None]:
    """Let the clock of this task stand at a moment, so that a past can be lived through.

    For the demo and for tests. Other tasks keep the real time; do not run jobs inside, since
    their leases would have ended before they began.
    """
    token = _standing.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _standing.reset(token)

"""Lets a worker begin afresh at rest, so that what long jobs leave in memory does not add up.

Engines and decoders hold on to memory that Python cannot give back. After so many long jobs, and
when nothing runs, the process replaces itself: it keeps its number and its pipes, and whoever
started it notices nothing.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import NoReturn


class Recycling:
    """Counts what runs in a worker; when it is due, nothing more begins and `stop` is called once."""

    def __init__(self, after: int, stop: Callable[[], None]) -> None:
        self._after = after
        self._stop = stop
        self._lock = threading.Lock()
        self._running = 0
        self._long = 0
        self.is_due = False

    @contextmanager
    def job(self) -> Generator[Callable[[], None] | None]:
        """Around each job: None when it must not begin any more, else what to call if it was long."""
        with self._lock:
            if self.is_due:
                begins = False
            else:
                begins = True
                self._running += 1
        if not begins:
            yield None
            return
        try:
            yield self._count
        finally:
            with self._lock:
                self._running -= 1
                becomes_due = not self.is_due and not self._running and self._long >= self._after
                self.is_due = self.is_due or becomes_due
            if becomes_due:
                self._stop()

    def _count(self) -> None:
        with self._lock:
            self._long += 1


def stop_this_worker() -> None:
    """Let the consumers end as when somebody asks the worker to: after what they do now."""
    os.kill(os.getpid(), signal.SIGINT)


def begin_afresh() -> NoReturn:
    """Become a new process of the same number, with the same pipes and arguments."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  our own command

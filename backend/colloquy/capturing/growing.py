"""The sound of a room while it is still being recorded: read as it comes, heard a stretch at a time."""

import threading
import time
from collections import deque

import numpy as np

from colloquy.capturing.pieces import Pieces
from colloquy.recordings.errors import AudioUnreadable
from colloquy.recordings.sound import RATE, Samples, listen

LOOK_SECONDS = 0.2


class GrowingFile:
    """The pieces as one stream; a read waits for the next piece until the recording is over."""

    def __init__(self, pieces: Pieces, over: threading.Event) -> None:
        self._pieces = pieces
        self._over = over
        self._next = 0
        self._rest = b""

    def read(self, size: int) -> bytes:
        """Up to so many bytes; none at the end."""
        while not self._rest:
            path = self._pieces.path(self._next)
            if path.exists():
                self._rest = path.read_bytes()
                self._next += 1
            elif self._over.is_set():
                return b""
            else:
                time.sleep(LOOK_SECONDS)
        given, self._rest = self._rest[:size], self._rest[size:]
        return given


class RoomSound:
    """What has been recorded and not been listened to yet; filled by a thread of its own."""

    def __init__(self, pieces: Pieces) -> None:
        self.over = threading.Event()
        self._stream = GrowingFile(pieces, self.over)
        self._lock = threading.Lock()
        self._waiting: deque[Samples] = deque()
        self._size = 0

    def fill(self) -> None:
        """Decode what comes until the recording is over; sound that cannot be read ends it."""
        try:
            for samples in listen(self._stream):
                with self._lock:
                    self._waiting.append(samples)
                    self._size += len(samples)
        except AudioUnreadable:
            return

    @property
    def seconds(self) -> float:
        """How much waits to be listened to."""
        with self._lock:
            return self._size / RATE

    def take(self) -> Samples:
        """All that waits."""
        with self._lock:
            taken = [*self._waiting]
            self._waiting.clear()
            self._size = 0
        return np.concatenate(taken) if taken else np.zeros(0, np.float32)

    def put_back(self, samples: Samples) -> None:
        """What was taken and is to be listened to together with what follows."""
        with self._lock:
            self._waiting.appendleft(samples)
            self._size += len(samples)

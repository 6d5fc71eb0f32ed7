"""A recording with some stretches silenced, made while it is sent."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import av
import numpy as np
from av import AudioFrame

from colloquy.recordings.sound import Samples, samples

RATE = 24_000
"""Opus keeps speech at this rate as it is; the copy is mono."""
MARGIN = 0.08
"""Seconds: engines put the edges of a word a little too far in."""
MEDIA_TYPE = "audio/ogg"

Stretch = tuple[float, float]


def silenced(path: Path, stretches: Iterable[Stretch]) -> Iterator[bytes]:
    """The sound as Ogg Opus, nothing to be heard in the stretches (seconds)."""
    sink = _Sink()
    quiet = joined(stretches)
    at = 0
    with av.open(sink, "w", format="ogg") as container:
        out: Any = container  # PyAV leaves the kind of its packets open
        stream: Any = out.add_stream("libopus", rate=RATE, layout="mono")
        for piece in samples(path, rate=RATE):
            for packet in stream.encode(_frame(hushed(piece, at / RATE, quiet), at)):
                out.mux(packet)
            at += len(piece)
            yield sink.take()
        for packet in stream.encode(None):
            out.mux(packet)
    yield sink.take()


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches with their margins, in order; those that meet are one."""
    together: list[Stretch] = []
    for start, end in sorted((start - MARGIN, end + MARGIN) for start, end in stretches):
        if together and start <= together[-1][1]:
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((start, end))
    return together


def hushed(piece: Samples, begins: float, quiet: Sequence[Stretch]) -> Samples:
    """A piece of sound that begins at a second, without what is to be quiet."""
    kept = piece.copy()
    for start, end in quiet:
        first, last = round((start - begins) * RATE), round((end - begins) * RATE)
        if last > 0 and first < len(kept):
            kept[max(0, first) : last] = 0.0
    return kept


class _Sink:
    """A file that only grows and is read as it does."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def take(self) -> bytes:
        """What has been written since the last time."""
        taken = b"".join(self._parts)
        self._parts.clear()
        return taken


def _frame(piece: Samples, at: int) -> AudioFrame:
    frame = AudioFrame.from_ndarray(
        np.ascontiguousarray(piece.reshape(1, -1)), format="flt", layout="mono"
    )
    frame.sample_rate, frame.pts = RATE, at
    return frame

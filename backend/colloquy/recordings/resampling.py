"""Decoded sound at one rate and on one clock, whatever its frames are like."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from av.audio.fifo import AudioFifo
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

Samples = NDArray[np.float32]

# a jump in a file's clock is filled with silence, so that times stay true; a longer one is a lie
SMALLEST_GAP, LONGEST_GAP = 0.25, 3600.0


def resampled(
    frames: Iterator[AudioFrame], rate: int, layout: str = "mono", *, at_once: bool = False
) -> Iterator[Samples]:
    """Samples one after the other; of two channels, left and right take turns.

    A second is resampled in one go, which costs less than half of doing it frame by frame,
    unless the samples are wanted `at_once`.
    """
    alike = _Alike(rate, layout)
    clock = Clock()
    for frame in frames:
        gap = clock.gap_before(frame)
        if gap or alike.differs(frame):
            yield from alike.given()
            yield from _silence(gap, rate, 2 if layout == "stereo" else 1)
        if alike.differs(frame):
            # a resampler is made for one kind of frame; some recorders change in the middle
            yield from alike.last()
            alike = _Alike(rate, layout)
        alike.take(frame)
        if at_once or alike.held.samples >= frame.sample_rate:
            yield from alike.given()
    yield from alike.given()
    yield from alike.last()


class _Alike:
    """Frames of one kind, held until there are enough of them to be resampled."""

    def __init__(self, rate: int, layout: str) -> None:
        self.held = AudioFifo()
        self._resampler = AudioResampler(format="flt", layout=layout, rate=rate)
        self._kind: tuple[int, str, str] | None = None

    def differs(self, frame: AudioFrame) -> bool:
        """Whether a frame is of another kind than those before it."""
        return self._kind is not None and self._kind != _kind(frame)

    def take(self, frame: AudioFrame) -> None:
        """Hold one more."""
        self._kind = _kind(frame)
        frame.pts = None
        self.held.write(frame)

    def given(self) -> Iterator[Samples]:
        """The samples of what is held."""
        whole = self.held.read()
        if whole is not None:
            whole.pts = None
            yield from map(_flat, self._resampler.resample(whole))

    def last(self) -> Iterator[Samples]:
        """The few samples that the resampler has kept back."""
        if self._kind is not None:
            yield from map(_flat, self._resampler.resample(None))


def _kind(frame: AudioFrame) -> tuple[int, str, str]:
    return frame.sample_rate, frame.layout.name, frame.format.name


class Clock:
    """Counts the seconds given out and keeps them in step with the file's own clock."""

    def __init__(self) -> None:
        self._first: float | None = None
        self._earlier = Fraction(0)  # what came at another rate, and gaps
        self._samples: int = 0
        self._rate: int = 1

    @property
    def given(self) -> Fraction:
        """Seconds so far, exactly."""
        return self._earlier + Fraction(self._samples, self._rate)

    def gap_before(self, frame: AudioFrame) -> Fraction:
        """Seconds that are missing between the last frame and this one."""
        if frame.sample_rate != self._rate:
            self._earlier, self._samples, self._rate = self.given, 0, frame.sample_rate
        gap = Fraction(0)
        if (at := frame.time) is not None:
            if self._first is None:
                self._first = at
            missing = at - self._first - (float(self._earlier) + self._samples / self._rate)
            if SMALLEST_GAP < missing < LONGEST_GAP:
                gap = Fraction(round(missing * 1000), 1000)
                self._earlier += gap
        self._samples += frame.samples
        return gap


def _silence(seconds: Fraction, rate: int, channels: int) -> Iterator[Samples]:
    whole, rest = divmod(round(seconds * rate), rate)
    for size in (*[rate] * whole, rest):
        if size:
            yield np.zeros(size * channels, np.float32)


def _flat(frame: AudioFrame) -> Samples:
    return frame.to_ndarray().reshape(-1).astype(np.float32, copy=False)

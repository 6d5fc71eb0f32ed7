"""Where one recording lies in another of the same moment, by the loudness of both."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from colloquy.recordings.sound import Samples

Envelope = NDArray[np.float64]

RATE = 8_000
STEPS_A_SECOND = 100
# an overlap shorter than this fits anywhere
SHORTEST_OVERLAP = 10.0
# the best place must stand out from every other place so far away from it
APART_SECONDS = 1.0
# share of what two recordings could have in common; and how much better than the next best place
LIKE, BETTER = 0.25, 1.25
# speech is told by changes faster than this: hum, and a voice that walks away, are not
SLOW_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Shift:
    """Seconds from the beginning of the one recording to that of the other, and how sure that is.

    `likeness` is 1 where both rise and fall alike; `is_clear` when no other place is nearly as good.
    """

    seconds: float
    likeness: float
    is_clear: bool


def envelope(sound: Iterable[Samples]) -> Envelope:
    """How loud a sound at `RATE` is, a hundred times a second."""
    size = RATE // STEPS_A_SECOND
    steps: list[Envelope] = []
    rest = np.zeros(0, np.float32)
    for piece in sound:
        held = np.concatenate([rest, piece])
        whole = len(held) // size * size
        frames = held[:whole].reshape(-1, size).astype(np.float64)
        steps.append(np.sqrt(np.square(frames).mean(axis=1)))
        rest = held[whole:]
    return np.concatenate(steps) if steps else np.zeros(0)


def shift(first: Envelope, second: Envelope) -> Shift:
    """How many seconds after the first recording the second begins."""
    shortest = round(SHORTEST_OVERLAP * STEPS_A_SECOND)
    if min(len(first), len(second)) < shortest:
        return Shift(0.0, 0.0, is_clear=False)
    one, two = _prepared(first), _prepared(second)
    together = scipy.signal.correlate(one, two, mode="full", method="fft")
    lags = np.arange(-len(two) + 1, len(one))
    # what the stretches that overlap could have in common at most, at each place
    energy = np.sqrt(_energy(one, lags, len(two)) * _energy(two, -lags, len(one)))
    overlap = np.minimum(len(one), lags + len(two)) - np.maximum(0, lags)
    likeness = np.where(overlap >= shortest, together / np.maximum(energy, 1e-9), -1.0)
    # a short overlap fits better by chance
    score = likeness * np.sqrt(np.maximum(overlap, 0))
    best = int(score.argmax())
    away = np.abs(lags - lags[best]) > APART_SECONDS * STEPS_A_SECOND
    next_best = float(score[away].max(initial=0.0))
    found = float(likeness[best])
    is_clear = found >= LIKE and float(score[best]) >= BETTER * max(next_best, 1e-9)
    return Shift(round(int(lags[best]) / STEPS_A_SECOND, 2), round(found, 3), is_clear)


def _prepared(loudness: Envelope) -> Envelope:
    """Quick changes of loudness alone, whatever the microphone and however far away."""
    felt = np.log(loudness + np.percentile(loudness, 50) * 0.5 + 1e-5)
    size = round(SLOW_SECONDS * STEPS_A_SECOND)
    padded = np.pad(felt, size // 2, mode="edge")
    sums = np.cumsum(np.concatenate([[0.0], padded]))
    slow = (sums[size:] - sums[:-size]) / size
    return felt - slow[: len(felt)]


def _energy(values: Envelope, lags: NDArray[np.int_], other: int) -> Envelope:
    """The energy of the part of `values` that overlaps with another so long, at each lag."""
    sums = np.concatenate([[0.0], np.cumsum(np.square(values))])
    start = np.clip(lags, 0, len(values))
    end = np.clip(lags + other, 0, len(values))
    return sums[end] - sums[start]

"""A recording in stretches that fit in memory, cut where it is quiet."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from colloquy.recordings.sound import RATE, Samples

QUIET_SECONDS = 0.5
STEP_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Samples at 16 kHz and the second of the recording they begin at."""

    start: float
    samples: Samples


def stretches(
    sound: Iterator[Samples], *, start: float, longest: float, look_back: float
) -> Iterator[Stretch]:
    """Stretches of at most `longest` seconds, cut so that no word is cut in two.

    The cut is at the quietest half second of the last `look_back` seconds.
    """
    held: list[Samples] = []
    size, at = 0, round(start * RATE)
    limit = round(longest * RATE)
    for piece in sound:
        held.append(piece)
        size += len(piece)
        while size >= limit:
            whole = np.concatenate(held)
            cut = quietest(whole[:limit], round(look_back * RATE))
            yield Stretch(at / RATE, whole[:cut])
            held, size, at = [whole[cut:]], size - cut, at + cut
    if size:
        yield Stretch(at / RATE, np.concatenate(held))


def quietest(samples: Samples, look_back: int) -> int:
    """The middle of the quietest half second among the last `look_back` samples."""
    window, step = round(QUIET_SECONDS * RATE), round(STEP_SECONDS * RATE)
    first = max(step, len(samples) - look_back)
    energy = np.concatenate([[0.0], np.cumsum(np.square(samples[first:], dtype=np.float64))])
    starts = np.arange(0, len(energy) - window, step)
    if not len(starts):
        return len(samples)
    loudness = energy[starts + window] - energy[starts]
    return first + int(starts[int(loudness.argmin())]) + window // 2

"""Whether a stereo recording holds a speaker on each side, as two clip-on microphones give it."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from colloquy.recordings.sound import stereo

RATE = 8_000
WINDOW = RATE // 4
# a voice is this far above the quietest quarter of the recording, and of the loudest moments
SPEECH_FLOOR = 0.003
# where one side speaks, the other hears at most a third of it (about 10 dB less)
APART = 3.0
APART_SHARE = 0.7
LEAST_SHARE = 0.05
LEAST_WINDOWS = 8


def sides_differ(path: Path) -> bool:
    """True where mostly one side alone is heard, now the left and now the right.

    Two microphones in one room hear everybody, and music is on both sides at once.
    """
    left, right = _loudness(path)
    loud = np.maximum(left, right) > SPEECH_FLOOR
    if loud.sum() < LEAST_WINDOWS:
        return False
    is_left = loud & (left > APART * right)
    is_right = loud & (right > APART * left)
    total = loud.sum()
    return bool(
        (is_left.sum() + is_right.sum()) / total >= APART_SHARE
        and is_left.sum() / total >= LEAST_SHARE
        and is_right.sum() / total >= LEAST_SHARE
    )


def _loudness(path: Path) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How loud each side is, a quarter of a second at a time."""
    steps: list[NDArray[np.float32]] = []
    rest = np.zeros((2, 0), np.float32)
    for piece in stereo(path, RATE):
        sound = np.concatenate([rest, piece], axis=1)
        whole = sound.shape[1] // WINDOW
        cut = sound[:, : whole * WINDOW].reshape(2, whole, WINDOW)
        steps.append(np.sqrt(np.mean(cut**2, axis=2)))
        rest = sound[:, whole * WINDOW :]
    loudness = np.concatenate(steps, axis=1) if steps else rest
    return loudness[0], loudness[1]

"""From a track a speaker: who is heard loudest on their own track, moment by moment."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from colloquy.methods.floor import FloorTurn
from colloquy.recordings.sound import Samples

Loudness = NDArray[np.float64]

FRAMES_A_SECOND = 20
# a voice is there where its track is so much louder (in decibels) than when nobody speaks on it
ABOVE_NOISE = 12.0
# and it is the one who speaks where it is so much louder than every other there: what comes over
# from the next chair into a microphone is weaker than the voice in front of it
ABOVE_OTHERS = 6.0
# so quiet that it is no voice however quiet the rest of its track (full scale is 0)
FAINTEST = -60.0
QUIET_SHARE = 10
# a breath does not end a turn, and a cough does not make one
SHORTEST_PAUSE, SHORTEST_TURN = 0.4, 0.15


def loudness(sound: Iterable[Samples], rate: int) -> Loudness:
    """The loudness of each twentieth of a second, in decibels of full scale."""
    size = rate // FRAMES_A_SECOND
    steps: list[Loudness] = []
    rest = np.zeros(0, np.float32)
    for piece in sound:
        held = np.concatenate([rest, piece])
        whole = len(held) // size * size
        frames = held[:whole].reshape(-1, size).astype(np.float64)
        steps.append(10 * np.log10(np.square(frames).mean(axis=1) + 1e-12))
        rest = held[whole:]
    return np.concatenate(steps) if steps else np.zeros(0)


def turns(tracks: Mapping[str, tuple[float, Loudness]]) -> list[FloorTurn]:
    """Who speaks when, from each track's loudness and the second at which it begins.

    Where two are about as loud, both speak, so that nobody is guessed.
    """
    if not tracks:
        return []
    length = max(_frame(start) + len(track) for start, track in tracks.values())
    levels = np.full((len(tracks), length), -120.0)
    speaks = np.zeros_like(levels, dtype=bool)
    for row, (start, track) in enumerate(tracks.values()):
        first = max(0, _frame(start))
        heard = track[max(0, -_frame(start)) :]
        levels[row, first : first + len(heard)] = heard
        if len(heard):
            floor = max(float(np.percentile(heard, QUIET_SHARE)) + ABOVE_NOISE, FAINTEST)
            speaks[row, first : first + len(heard)] = heard > floor
    loudest = np.where(speaks, levels, -120.0).max(axis=0)
    holds = speaks & (levels > loudest - ABOVE_OTHERS)
    return [
        FloorTurn(key, start, end)
        for row, key in enumerate(tracks)
        for start, end in _stretches(holds[row])
    ]


def _frame(seconds: float) -> int:
    return round(seconds * FRAMES_A_SECOND)


def _stretches(holds: NDArray[np.bool_]) -> Iterator[tuple[float, float]]:
    """Stretches of true, over short pauses and without short bursts, in seconds."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], holds, [False]]).astype(np.int8)))
    spans = [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (start - joined[-1][1]) / FRAMES_A_SECOND < SHORTEST_PAUSE:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    for start, end in joined:
        if (end - start) / FRAMES_A_SECOND >= SHORTEST_TURN:
            yield start / FRAMES_A_SECOND, end / FRAMES_A_SECOND

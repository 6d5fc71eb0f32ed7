"""One sound of several tracks, so that a conversation can be heard as it was."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.audio.frame import AudioFrame

from colloquy.recordings.sound import Samples, samples

RATE = 48_000
BIT_RATE = 64_000
NAME, TYPE = "ogg", "audio/ogg"


def mix(tracks: Sequence[tuple[Path, float]], target: Path) -> None:
    """Write the tracks as one Ogg Opus file; each begins so many seconds after the first moment.

    A second of sound is held at a time, however long the tracks are.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        with av.open(str(part), "w", format=NAME) as opened:
            container = cast("Any", opened)  # PyAV leaves its packets untyped
            stream = container.add_stream("libopus", rate=RATE, layout="mono")
            stream.bit_rate = BIT_RATE
            for second in _mixed([_second_by_second(*track) for track in tracks]):
                container.mux(stream.encode(_frame(second)))
            container.mux(stream.encode(None))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _mixed(tracks: list[Iterator[Samples]]) -> Iterator[Samples]:
    while seconds := [second for track in tracks if (second := next(track, None)) is not None]:
        whole = np.zeros(max(len(second) for second in seconds), np.float32)
        for second in seconds:
            whole[: len(second)] += second
        yield np.clip(whole, -1.0, 1.0)


def _second_by_second(path: Path, starts_after: float) -> Iterator[Samples]:
    """The sound in pieces of exactly a second; only the last one may be shorter."""
    held = np.zeros(0, np.float32)
    silence = round(starts_after * RATE)
    while silence >= RATE:
        yield np.zeros(RATE, np.float32)
        silence -= RATE
    held = np.zeros(silence, np.float32)
    for piece in samples(path, rate=RATE):
        held = np.concatenate([held, piece])
        while len(held) >= RATE:
            yield held[:RATE]
            held = held[RATE:]
    if len(held):
        yield held


def _frame(second: Samples) -> AudioFrame:
    whole = (second * 32767).astype(np.int16).reshape(1, -1)
    frame = AudioFrame.from_ndarray(whole, format="s16", layout="mono")
    frame.sample_rate = RATE
    return frame

"""Words silenced in the sound."""

from pathlib import Path

import numpy as np
import pytest

from colloquy.recordings.silencing import joined, silenced
from colloquy.recordings.sound import inspect, samples
from tests.factories.recordings import SAMPLES


def test_stretches_that_meet_are_one() -> None:
    assert joined([(5.0, 6.0), (1.0, 2.0), (2.1, 3.0)]) == [
        pytest.approx((0.92, 3.08)),
        pytest.approx((4.92, 6.08)),
    ]


def test_the_marked_words_are_silent_and_the_rest_is_heard(tmp_path: Path) -> None:
    source = SAMPLES / "sample-1.opus"
    copy = tmp_path / "silenced.ogg"
    copy.write_bytes(b"".join(silenced(source, [(1.0, 2.0), (8.2, 9.0)])))
    before, after = inspect(source), inspect(copy)
    assert after.duration == pytest.approx(before.duration, abs=0.1)
    assert not after.is_cut_off
    sound = np.concatenate(list(samples(copy)))
    original = np.concatenate(list(samples(source)))

    def loudness(of: np.ndarray, start: float, end: float) -> float:
        return float(np.abs(of[round(start * 16000) : round(end * 16000)]).max())

    for start, end in ((1.05, 1.95), (8.25, 8.95)):
        assert loudness(original, start, end) > 0.05
        assert loudness(sound, start, end) < 0.01
    assert loudness(sound, 3.0, 6.0) == pytest.approx(loudness(original, 3.0, 6.0), rel=0.4)

"""A long recording is heard in parts, and no part begins in the middle of a word."""

import numpy as np

from colloquy.recordings.engines.stretches import stretches

RATE = 16_000


def sound(*parts: tuple[float, float]) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """(seconds, loudness) one after the other."""
    rng = np.random.default_rng(3)
    return np.concatenate(
        [rng.uniform(-loud, loud, int(seconds * RATE)) for seconds, loud in parts]
    ).astype(np.float32)


def test_a_recording_is_cut_where_it_is_quiet() -> None:
    whole = sound((17, 0.5), (1, 0.001), (17, 0.5), (1, 0.001), (10, 0.5))

    found = list(stretches(iter([whole]), start=0, longest=20, look_back=8))

    assert len(found) == 3
    assert 17 < found[1].start < 18
    assert 35 < found[2].start < 36


def test_nothing_is_lost_or_heard_twice() -> None:
    whole = sound((30, 0.5), (0.6, 0), (47.3, 0.2))
    pieces = iter(np.array_split(whole, 13))

    found = list(stretches(pieces, start=0, longest=10, look_back=3))

    assert np.array_equal(np.concatenate([part.samples for part in found]), whole)
    assert all(len(part.samples) <= 10 * RATE for part in found)
    assert [round(part.start * RATE) for part in found] == [
        0,
        *np.cumsum([len(part.samples) for part in found])[:-1],
    ]


def test_a_stretch_begins_where_the_recording_was_resumed() -> None:
    (only,) = stretches(iter([sound((3, 0.5))]), start=61.5, longest=20, look_back=5)

    assert only.start == 61.5


def test_no_sound_gives_no_stretch() -> None:
    assert list(stretches(iter([]), start=0, longest=20, look_back=5)) == []

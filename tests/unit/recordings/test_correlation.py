"""Two recordings of one moment find each other by how loud they are."""

import numpy as np
import pytest

from colloquy.recordings.aligning.correlation import RATE, Envelope, envelope, shift
from colloquy.recordings.sound import Samples, samples
from tests.golden.whisper import FIXTURES

LONG, SHORT = FIXTURES / "sample-3.opus", FIXTURES / "sample-1.opus"


@pytest.fixture(scope="module")
def sound() -> Samples:
    return np.concatenate(list(samples(LONG, rate=RATE)))


@pytest.fixture(scope="module")
def whole(sound: Samples) -> Envelope:
    return envelope([sound])


def test_a_second_recorder_that_started_later_is_found_to_the_hundredth(
    sound: Samples, whole: Envelope
) -> None:
    heard = sound[round(23.4 * RATE) :]
    noise = np.random.default_rng(3).normal(0, 0.01, len(heard))
    # further away, through a wall, with a hiss
    dull = np.convolve(heard, np.ones(4) / 4, mode="same") * 0.2

    found = shift(whole, envelope([(dull + noise).astype(np.float32)]))

    assert found.seconds == pytest.approx(23.4, abs=0.02)
    assert found.is_clear


def test_one_that_started_earlier_lies_before_the_beginning(whole: Envelope) -> None:
    found = shift(whole[1500:], whole)

    assert (found.seconds, found.is_clear) == (-15.0, True)


def test_two_recordings_of_different_moments_are_not_put_together(whole: Envelope) -> None:
    assert not shift(whole, envelope(samples(SHORT, rate=RATE))).is_clear


def test_silence_and_a_few_seconds_fit_nowhere(whole: Envelope) -> None:
    assert not shift(whole, np.zeros(5000)).is_clear
    assert not shift(whole, whole[2000:2500]).is_clear

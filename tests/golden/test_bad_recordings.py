"""Recordings that one would rather not get: what the engine makes of them, and how much it needs."""

import tracemalloc
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from colloquy.recordings.engines.choice import transcriber
from colloquy.recordings.engines.guard import marked
from colloquy.recordings.engines.hearing import StretchedHearing
from colloquy.recordings.engines.protocol import Options, Transcriber
from colloquy.recordings.engines.stretches import Stretch
from colloquy.recordings.sound import RATE, inspect, peaks
from colloquy.recordings.transcript import Segment
from tests.golden.whisper import FASTER, MODELS
from tests.unit.recordings.sounds import RATE as WRITTEN
from tests.unit.recordings.sounds import tone, write_sound

HOUR = 3600
ENGLISH = Options(language="en")
# without the voice filter, which hears no voice in any of these, so that the model is asked
UNFILTERED = Options(language="en", temperatures=(0.0,), has_voice_filter=False)


@pytest.fixture(scope="module")
def engine() -> Transcriber:
    found = transcriber(FASTER)
    found.load(MODELS[FASTER])
    return found


def test_music_gives_no_words(engine: Transcriber, tmp_path: Path) -> None:
    song = write_sound(tmp_path / "song.flac", _music(20))

    assert list(engine.transcribe(song, ENGLISH)) == []


def test_what_is_invented_over_music_is_marked(engine: Transcriber, tmp_path: Path) -> None:
    song = write_sound(tmp_path / "song.flac", _music(20))

    invented = marked(list(engine.transcribe(song, UNFILTERED)))

    assert all(segment.flags or _is_unsure(segment) for segment in invented)


def test_twenty_milliseconds_give_no_words(engine: Transcriber, tmp_path: Path) -> None:
    short = write_sound(tmp_path / "short.wav", tone(0.02))

    assert list(engine.transcribe(short, ENGLISH)) == []
    assert list(engine.transcribe(short, Options())) == []


def test_each_stretch_of_two_languages_is_asked_for_its_own(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "both.wav", tone(9))
    asked: list[str | None] = []

    def recognise(stretch: Stretch, language: str | None) -> tuple[str, list[Segment]]:
        asked.append(language)
        heard = "cy" if stretch.start < 3 else "en"
        return heard, [Segment(0.5, 1.0, heard)]

    for is_multilingual in (False, True):
        hearing = StretchedHearing(
            file, Options(is_multilingual=is_multilingual), recognise, longest=4.0, look_back=1.0
        )
        assert [segment.text for segment in hearing] == ["cy", "en", "en"]
        assert hearing.language == "cy"

    assert asked == [None, "cy", "cy", None, None, None]


@pytest.mark.long
def test_an_hour_of_silence_gives_no_words(engine: Transcriber, tmp_path: Path) -> None:
    assert list(engine.transcribe(_zeros(tmp_path, HOUR), ENGLISH)) == []


@pytest.mark.long
def test_six_hours_are_heard_in_the_memory_of_ten_minutes(tmp_path: Path) -> None:
    file = _zeros(tmp_path, 6 * HOUR)
    with file.open("r+b") as sound:
        sound.seek(44 + 2 * RATE * (6 * HOUR - 10))
        sound.write(np.full(RATE, 16_000, np.int16).tobytes())
    told: list[float] = []

    def recognise(stretch: Stretch, _: str | None) -> tuple[str, list[Segment]]:
        loud = np.flatnonzero(np.abs(stretch.samples) > 0.4)
        told.append(stretch.start)
        at = float(loud[0]) / RATE if len(loud) else None
        return "en", [] if at is None else [Segment(at, at + 1, "Here.")]

    tracemalloc.start()
    info, drawn = inspect(file), peaks(file, 2000)
    heard = list(StretchedHearing(file, Options(duration=info.duration), recognise))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert info.duration == 6 * HOUR
    assert all(569 < later - before <= 600 for before, later in pairwise(told))
    assert [segment.start for segment in heard] == [pytest.approx(6 * HOUR - 10, abs=0.1)]
    assert drawn.index(max(drawn)) == pytest.approx(2000 * (1 - 10 / (6 * HOUR)), abs=1)
    # a stretch is 38 MB; measured at four of them, one this test's own copy; all would be 1,382 MB
    assert most < 200_000_000


def _is_unsure(segment: Segment) -> bool:
    return all(word.probability < 0.6 for word in segment.words)


def _zeros(folder: Path, seconds: int) -> Path:
    """A wav file of silence that takes no room on the disk."""
    size = 2 * RATE * seconds
    parts = (b"RIFF", _four(36 + size), b"WAVEfmt ", _four(16), b"\1\0\1\0", _four(RATE))
    rest = (_four(2 * RATE), b"\2\0\x10\0", b"data", _four(size))
    path = folder / "silence.wav"
    path.write_bytes(b"".join((*parts, *rest)))
    with path.open("r+b") as file:
        file.truncate(44 + size)
    return path


def _four(number: int) -> bytes:
    return number.to_bytes(4, "little")


def _music(seconds: int) -> NDArray[np.float32]:
    """Chords that change every half second, with a beat."""
    at = np.arange(WRITTEN // 2) / WRITTEN
    beat = np.exp(-6 * at)
    chords = [(220, 277, 330), (196, 247, 294), (175, 220, 262), (165, 208, 247)]
    bars = [
        0.2 * beat * sum(np.sin(2 * np.pi * hertz * at) for hertz in chords[n % len(chords)])
        for n in range(2 * seconds)
    ]
    return np.concatenate(bars).astype(np.float32)

"""Files that are not what they say, or not what one would hope for, are read for what they are."""

import subprocess
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from colloquy.recordings.engines.hearing import StretchedHearing
from colloquy.recordings.engines.protocol import Options
from colloquy.recordings.errors import AudioCutOff
from colloquy.recordings.sides import sides_differ
from colloquy.recordings.sound import inspect, peaks, samples
from tests.unit.recordings.sounds import tone, write_sound

LATE = np.concatenate([tone(6.5, 0.0), tone(3), tone(2.5, 0.0)])
Order = Literal["little", "big"]
HEARD = pytest.approx([0, 0, 0, 0.5, 0.5, 0], abs=0.05)


def _lie(path: Path, after: bytes, skip: int, factor: float, order: Order) -> Path:
    """The same file with the number that follows a name multiplied."""
    data = bytearray(path.read_bytes())
    at = data.index(after) + len(after) + skip
    number = int.from_bytes(data[at : at + 4], order)
    data[at : at + 4] = int(number * factor).to_bytes(4, order)
    path.write_bytes(data)
    return path


def _variable_mp3(folder: Path) -> Path:
    wav = write_sound(folder / "talk.wav", LATE)
    mp3 = folder / "talk.mp3"
    subprocess.run(["ffmpeg", "-v", "error", "-i", wav, "-q:a", "6", mp3], check=True)
    return mp3


def test_times_in_a_variable_bit_rate_mp3_are_those_of_its_sound(tmp_path: Path) -> None:
    mp3 = _variable_mp3(tmp_path)

    assert inspect(mp3).duration == pytest.approx(12, abs=0.1)
    assert peaks(mp3, 6) == HEARD


@pytest.mark.parametrize("ending", ["wav", "mp3", "m4a"])
def test_a_file_that_says_it_is_half_as_long_is_heard_to_its_end(
    ending: str, tmp_path: Path
) -> None:
    if ending == "wav":
        file = _lie(write_sound(tmp_path / "talk.wav", LATE), b"data", 0, 0.5, "little")
    elif ending == "mp3":
        file = _lie(_variable_mp3(tmp_path), b"Xing", 4, 0.5, "big")
    else:
        file = _lie(write_sound(tmp_path / "talk.m4a", LATE), b"mdhd", 16, 0.5, "big")

    assert inspect(file).duration == pytest.approx(12, abs=0.1)
    assert sum(map(len, samples(file))) == pytest.approx(12 * 16_000, rel=0.01)
    assert peaks(file, 6) == HEARD


@pytest.mark.parametrize("ending", ["wav", "mp3"])
def test_a_file_that_says_it_is_twice_as_long_is_asked_about(ending: str, tmp_path: Path) -> None:
    if ending == "wav":
        file = _lie(write_sound(tmp_path / "talk.wav", LATE), b"data", 0, 2, "little")
    else:
        file = _lie(_variable_mp3(tmp_path), b"Xing", 4, 2, "big")

    with pytest.raises(AudioCutOff, match="after about 0:12"):
        inspect(file)
    assert inspect(file, accepts_cut_off=True).duration == pytest.approx(12, abs=0.1)


def test_notes_behind_the_sound_of_a_wav_are_not_taken_for_sound(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "talk.wav", tone(1))
    note = b"bext" + (6000).to_bytes(4, "little") + bytes(6000)
    file.write_bytes(file.read_bytes() + note)

    assert inspect(file).duration == pytest.approx(1, abs=0.01)


def test_a_voice_on_each_side_is_told_from_one_room_heard_twice(tmp_path: Path) -> None:
    left = np.concatenate([tone(3, 0.3), tone(3, 0.0)])
    right = np.concatenate([tone(3, 0.0), tone(3, 0.3, 330.0)])

    assert sides_differ(write_sound(tmp_path / "clips.flac", np.stack([left, right]), channels=2))
    room = left + right
    assert not sides_differ(
        write_sound(tmp_path / "room.flac", np.stack([room, 0.8 * room]), channels=2)
    )


def test_twenty_milliseconds_are_heard_as_they_are(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "talk.wav", tone(0.02))
    given: list[int] = []

    hearing = StretchedHearing(
        file, Options(), lambda one, _: (given.append(len(one.samples)) or "", iter(()))
    )

    assert list(hearing) == []
    assert given == [320]

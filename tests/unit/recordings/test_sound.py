"""A recording is what its content says it is, and what is wrong with it is said plainly."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from colloquy.recordings.errors import AudioCutOff, AudioEmpty, AudioUnreadable, NoSoundTrack
from colloquy.recordings.sound import inspect, peaks, samples
from tests.unit.recordings.sounds import cut, tone, write_silent_film, write_sound

SECONDS = 12.0
CONTAINERS = {
    "m4a": ("mp4", "aac"),
    "mp3": ("mp3", "mp3"),
    "wav": ("wav", "pcm_s16le"),
    "flac": ("flac", "flac"),
    "opus": ("ogg", "opus"),
    "ogg": ("ogg", "opus"),
    "webm": ("webm", "opus"),
    "mp4": ("mp4", "aac"),
}


@pytest.mark.parametrize("ending", CONTAINERS)
def test_every_format_we_promise_is_read(ending: str, tmp_path: Path) -> None:
    info = inspect(write_sound(tmp_path / f"talk.{ending}", tone(SECONDS)))

    assert (info.container, info.codec) == CONTAINERS[ending]
    assert info.duration == pytest.approx(SECONDS, abs=0.1)
    assert (info.channels, info.sample_rate, info.is_cut_off) == (1, 48_000, False)


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    info = inspect(write_sound(tmp_path / "talk.mp3", tone(2), kind="flac"))

    assert info.container == "flac"


def test_the_sound_of_a_film_is_read(tmp_path: Path) -> None:
    info = inspect(write_sound(tmp_path / "talk.mp4", tone(SECONDS), with_picture=True))

    assert info.codec == "aac"
    assert info.duration == pytest.approx(SECONDS, abs=0.1)


def test_a_film_without_sound_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSoundTrack, match="no sound track"):
        inspect(write_silent_film(tmp_path / "film.mp4"))


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    (tmp_path / "talk.wav").touch()

    with pytest.raises(AudioEmpty, match="” is empty"):
        inspect(tmp_path / "talk.wav")


@pytest.mark.parametrize(
    "content",
    [
        b"Dear all, please find the minutes attached.\n" * 50,
        b"%PDF-1.7\n" + bytes(range(256)) * 40,
        b"PK\x03\x04" + bytes(4000),
        np.random.default_rng(1).bytes(20_000),
    ],
    ids=["letter", "pdf", "zip", "noise"],
)
def test_what_is_not_audio_is_refused_with_what_would_be_read(
    content: bytes, tmp_path: Path
) -> None:
    (tmp_path / "talk.mp3").write_bytes(content)

    with pytest.raises(AudioUnreadable, match="We read M4A, MP3, WAV"):
        inspect(tmp_path / "talk.mp3")
    assert (tmp_path / "talk.mp3").read_bytes() == content


@pytest.mark.parametrize(
    "playlist", ["#EXTM3U\n#EXTINF:10,\n{0}\n", "ffconcat version 1.0\nfile '{0}'\n"]
)
def test_a_playlist_cannot_make_us_open_another_file(playlist: str, tmp_path: Path) -> None:
    secret = write_sound(tmp_path / "somebody-else.mp3", tone(3))
    (tmp_path / "talk.mp3").write_text(playlist.format(secret))

    with pytest.raises(AudioUnreadable):
        inspect(tmp_path / "talk.mp3")


@pytest.mark.parametrize("share", [0.5, 0.9])
@pytest.mark.parametrize("ending", ["mp3", "wav", "flac", "opus", "ogg", "webm"])
def test_a_cut_off_file_says_where_it_ends(ending: str, share: float, tmp_path: Path) -> None:
    file = cut(write_sound(tmp_path / f"talk.{ending}", tone(SECONDS)), share)

    with pytest.raises(AudioCutOff, match="is cut off after about 0:") as caught:
        inspect(file)
    assert caught.value.second == pytest.approx(SECONDS * share, abs=1.6)


def test_a_cut_off_file_is_taken_when_somebody_says_so(tmp_path: Path) -> None:
    info = inspect(cut(write_sound(tmp_path / "talk.wav", tone(10)), 0.5), accepts_cut_off=True)

    assert info.is_cut_off
    assert info.duration == pytest.approx(5, abs=0.1)


def test_an_mp4_without_its_index_is_called_cut_off(tmp_path: Path) -> None:
    with pytest.raises(AudioCutOff, match="missing"):
        inspect(cut(write_sound(tmp_path / "talk.m4a", tone(SECONDS)), 0.7))


def test_an_mp4_whose_index_comes_first_says_where_it_ends(tmp_path: Path) -> None:
    whole = write_sound(tmp_path / "talk.m4a", tone(SECONDS), options={"movflags": "+faststart"})

    with pytest.raises(AudioCutOff, match="after about 0:0") as caught:
        inspect(cut(whole, 0.5))
    assert caught.value.second == pytest.approx(6, abs=1.5)


def test_a_variable_mp3_without_index_is_not_called_cut_off(tmp_path: Path) -> None:
    loud_then_silent = np.concatenate([tone(2), tone(10, loudness=0.0)])
    file = write_sound(tmp_path / "talk.mp3", loud_then_silent, options={"write_xing": "0"})

    assert inspect(file).duration == pytest.approx(SECONDS, abs=0.1)


def test_a_wav_of_a_recorder_that_never_wrote_its_length_is_read(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "talk.wav", tone(4))
    data = bytearray(file.read_bytes())
    at = data.index(b"data") + 4
    data[at : at + 4] = b"\xff\xff\xff\xff"
    file.write_bytes(data)

    assert inspect(file).duration == pytest.approx(4, abs=0.1)


def test_twenty_milliseconds_are_a_recording(tmp_path: Path) -> None:
    assert inspect(write_sound(tmp_path / "talk.wav", tone(0.02))).duration == pytest.approx(0.02)


def test_stereo_becomes_one_channel_at_16_khz(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "talk.flac", tone(3), channels=2)

    heard = np.concatenate(list(samples(file)))

    assert heard.dtype == np.float32
    assert len(heard) == pytest.approx(3 * 16_000, abs=200)
    assert inspect(file).channels == 2


def test_reading_can_begin_anywhere(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "talk.wav", np.concatenate([tone(5, 0.0), tone(5)]))

    whole = np.concatenate(list(samples(file)))
    rest = np.concatenate(list(samples(file, start=4.5)))

    assert np.array_equal(whole[72_000:], rest)


def test_the_waveform_shows_where_it_is_loud(tmp_path: Path) -> None:
    sound = np.concatenate([tone(2, 0.0), tone(2, 0.25), tone(2, 0.9), tone(2, 0.0)])

    drawn = peaks(write_sound(tmp_path / "talk.wav", sound), 8)

    assert drawn == pytest.approx([0, 0, 0.25, 0.25, 0.9, 0.9, 0, 0], abs=0.05)


def test_a_waveform_has_as_many_points_as_asked_for_however_short(tmp_path: Path) -> None:
    drawn = peaks(write_sound(tmp_path / "talk.wav", tone(0.02)), 500)

    assert len(drawn) == 500
    assert max(drawn) <= 1


@pytest.mark.long
def test_a_long_recording_is_inspected_in_little_memory(tmp_path: Path) -> None:
    file = write_sound(tmp_path / "talk.flac", tone(600, 0.0))
    tracemalloc.start()

    info = inspect(file)
    drawn = peaks(file, 1000)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert info.duration == pytest.approx(600, abs=0.1)
    assert len(drawn) == 1000
    # all of it at once would be 600 s × 16,000 × 4 bytes = 38 MB
    assert most < 5_000_000

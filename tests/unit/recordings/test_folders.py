"""What of a folder is transcribed, where to, and when a file has come in whole."""

import os
from pathlib import Path

import pytest

from colloquy.recordings.transcribing.folders import Watched, Work, planned, recordings_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two recordings, one of them further down, and what is none."""
    for name in ("b.mp3", "notes.txt", "site 2/a.M4A", ".trash/old.wav", ".b.mp3.part"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"sound")
    return tmp_path


def test_of_a_folder_only_recordings_are_taken_and_nothing_hidden(folder: Path) -> None:
    assert recordings_in(folder) == [folder / "b.mp3", folder / "site 2" / "a.M4A"]


def test_a_file_is_taken_whatever_it_is_called(folder: Path) -> None:
    assert recordings_in(folder / "notes.txt") == [folder / "notes.txt"]


def test_a_transcript_lies_beside_its_recording_or_in_the_folder_asked_for(folder: Path) -> None:
    recording = folder / "b.mp3"

    assert planned([recording], "vtt", None) == [Work(recording, folder / "b.vtt")]
    assert planned([recording], "vtt", Path("out"))[0].transcript == Path("out/b.vtt")


def test_recordings_of_one_name_do_not_overwrite_each_others_transcripts() -> None:
    works = planned([Path("a/x.mp3"), Path("b/x.wav")], "srt", Path("out"))

    assert [work.transcript.name for work in works] == ["x.mp3.srt", "x.wav.srt"]


def test_what_has_a_transcript_is_done_until_the_recording_changes(folder: Path) -> None:
    (work,) = planned([folder / "b.mp3"], "vtt", None)
    assert not work.is_done
    work.transcript.write_text("WEBVTT\n")
    assert work.is_done
    os.utime(work.recording, (2e9, 2e9))
    assert not work.is_done


def test_a_file_is_taken_from_a_watched_folder_once_and_only_when_it_grows_no_more(
    folder: Path,
) -> None:
    watched = Watched(folder)
    coming = folder / "c.wav"
    assert list(watched.arrived()) == []
    coming.write_bytes(b"so")
    assert coming not in list(watched.arrived())
    coming.write_bytes(b"sound")
    assert list(watched.arrived()) == []
    assert list(watched.arrived()) == [coming]
    assert list(watched.arrived()) == []

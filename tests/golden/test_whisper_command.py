"""`colloquy transcribe` and `colloquy models`, with a real engine and no server."""

import json
import wave
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from colloquy.cli import models
from colloquy.cli.transcribe import transcribe
from colloquy.recordings.engines import models as engine_models
from colloquy.recordings.formats.vtt import from_vtt
from colloquy.recordings.sound import RATE, samples
from tests.golden.whisper import FASTER, FIXTURES, MODELS, reference, word_error

MEETING = FIXTURES / "sample-1.opus"
MODEL = ("--model", str(MODELS[FASTER]), "--language", "en")

app = typer.Typer()
app.command("transcribe")(transcribe)
app.add_typer(models.app, name="models")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of one's own, and no hub of models."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(engine_models, "ENDPOINT", "http://127.0.0.1:9")


@pytest.fixture(scope="module")
def audio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first four sentences of a sample meeting."""
    sound = np.concatenate(list(samples(MEETING)))[: 14 * RATE]
    path = tmp_path_factory.mktemp("sound") / "meeting.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes((sound * 32767).astype("<i2").tobytes())
    return path


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("form", ["srt", "stamped"])
def test_a_recording_is_written_in_the_form_asked_for(
    form: str, audio: Path, tmp_path: Path
) -> None:
    out = tmp_path / "meeting.txt"

    code, screen, progress = run("transcribe", audio, *MODEL, "--format", form, "--out", out)

    assert (code, screen) == (0, "")
    assert "100 %" in progress
    assert "vote" in out.read_text()
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_folder_is_transcribed_and_a_file_that_cannot_be_read_does_not_stop_the_others(
    audio: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "interviews"
    folder.mkdir()
    (folder / "a broken one.mp3").write_text("Minutes of the meeting\n" * 50)
    (folder / "b.wav").write_bytes(audio.read_bytes())

    code, _, said = run("transcribe", folder, *MODEL, "--format", "docx", "--out", "texts")
    again = run(
        "transcribe", folder / "b.wav", folder, *MODEL, "--format", "docx", "--out", "texts"
    )

    assert code == again[0] == 1
    assert "a broken one.mp3" in said
    assert [path.name for path in (tmp_path / "texts").iterdir()] == ["b.docx"]
    assert "b.wav has its transcript" in again[2]


def test_what_is_put_into_a_watched_folder_is_transcribed_until_it_is_ended(
    audio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    looks = 0

    def put_a_file_in_then_end(_: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 1:
            (folder / "meeting.wav").write_bytes(audio.read_bytes())
        if looks == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr("colloquy.cli.transcribe.time.sleep", put_a_file_in_then_end)

    code, _, said = run("transcribe", "--watch", folder, *MODEL)

    assert code == 0
    assert "vote" in (folder / "meeting.vtt").read_text()
    assert "No longer watching." in said


def test_without_a_file_to_write_it_goes_to_the_screen(audio: Path) -> None:
    code, screen, _ = run("transcribe", audio, *MODEL)

    heard = from_vtt(screen).segments
    assert code == 0
    assert word_error(reference(FIXTURES / "sample-1.vtt")[:4], heard) < 0.1


def test_the_name_of_the_file_says_the_form(audio: Path) -> None:
    run("transcribe", audio, *MODEL, "--out", "meeting.json")

    assert json.loads(Path("meeting.json").read_text())["engine"] == FASTER


def test_what_is_not_audio_ends_with_1_and_writes_nothing() -> None:
    Path("minutes.mp3").write_text("Minutes of the meeting\n" * 50)

    code, screen, message = run("transcribe", "minutes.mp3", *MODEL, "--out", "minutes.vtt")

    assert (code, screen) == (1, "")
    assert "“minutes.mp3” is not a recording that we can read" in message
    assert not Path("minutes.vtt").exists()


def test_a_cut_off_file_ends_with_1_unless_it_is_accepted() -> None:
    Path("half.opus").write_bytes(MEETING.read_bytes()[:40_000])

    refused = run("transcribe", "half.opus", *MODEL)
    accepted = run("transcribe", "half.opus", *MODEL, "--accept-cut-off")

    assert refused[0] == 1
    assert "cut off" in refused[2]
    assert accepted[0] == 0
    assert accepted[1].startswith("WEBVTT")


def test_a_model_that_is_not_here_ends_with_3_and_says_what_to_do(audio: Path) -> None:
    code, _, message = run("transcribe", audio, "--model", "small")

    assert code == 3
    assert "colloquy models pull small" in message


def test_a_folder_that_is_missing_is_said_before_the_work_begins(audio: Path) -> None:
    code, _, message = run("transcribe", audio, *MODEL, "--out", "nowhere/meeting.vtt")

    assert code == 4
    assert "There is no folder" in message
    assert "Listening" not in message


def test_models_are_listed_with_their_size() -> None:
    code, screen, _ = run("models", "list")

    assert code == 0
    assert "small " in screen
    assert "not here" in screen


def test_a_pull_without_network_ends_with_3() -> None:
    code, _, message = run("models", "pull", "small")

    assert code == 3
    assert "could not be fetched" in message

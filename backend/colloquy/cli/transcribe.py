"""`colloquy transcribe`: a recording in, a transcript out, no server and no database."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from colloquy.cli.terminal import EngineChoice, Progress, stop_with
from colloquy.core.settings import Settings
from colloquy.recordings.engines.choice import transcriber
from colloquy.recordings.engines.models import resolve
from colloquy.recordings.engines.protocol import Options
from colloquy.recordings.engines.result import transcript_of
from colloquy.recordings.errors import AudioUnreadable, EngineMissing, ModelUnavailable
from colloquy.recordings.formats.forms import FORMATS
from colloquy.recordings.sound import inspect
from colloquy.recordings.transcript import Segment, Transcript

UNREADABLE, UNAVAILABLE, NOT_WRITTEN = 1, 3, 4
DETECT = "auto"


class Format(StrEnum):
    """The forms a transcript can be written in."""

    VTT = "vtt"
    SRT = "srt"
    TXT = "txt"
    JSON = "json"


def transcribe(  # noqa: PLR0913  each is one option of the command
    file: Annotated[
        Path, typer.Argument(help="A recording: M4A, MP3, WAV, FLAC, OGG, WebM or MP4.")
    ],
    model: Annotated[str, typer.Option(help="A model's name, folder or file.")] = "",
    form: Annotated[
        Format | None, typer.Option("--format", help="Else by the name of --out, else vtt.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where to write; else on the screen.")] = None,
    engine: Annotated[
        EngineChoice | None, typer.Option(help="The engine to use; else as the settings say.")
    ] = None,
    language: Annotated[str, typer.Option(help="Such as en or cy; auto finds out.")] = "",
    hotwords: Annotated[str, typer.Option(help="Words to expect, such as names.")] = "",
    accept_cut_off: Annotated[
        bool, typer.Option("--accept-cut-off", help="Use what there is of a broken file.")
    ] = False,
) -> None:
    """Turn a recording into a transcript.

    Ends with 0 when it is written, 1 when the recording cannot be read, 3 when the engine or
    the model is not available, 4 when the transcript cannot be written.
    """
    settings = Settings()
    if out and not out.absolute().parent.is_dir():
        typer.echo(
            f"There is no folder {out.absolute().parent} to write to. Make it first.", err=True
        )
        raise typer.Exit(NOT_WRITTEN)
    spoken = language or settings.language
    options = Options(
        language=None if spoken in {"", DETECT} else spoken, hotwords=hotwords or None
    )
    try:
        inspect(file, accepts_cut_off=accept_cut_off)
        transcript = _hear(
            file,
            model or settings.model,
            engine.full_name if engine else settings.engine,
            options,
        )
    except AudioUnreadable as error:
        stop_with(error, UNREADABLE)
    except (EngineMissing, ModelUnavailable) as error:
        stop_with(error, UNAVAILABLE)
    _write(FORMATS[_format(form, out)](transcript), out)
    if flagged := sum(1 for segment in transcript.segments if segment.flags):
        typer.echo(
            f"Listen again to {flagged} segments that may be invented or repeated.", err=True
        )


def _hear(file: Path, model: str, engine_name: str, options: Options) -> Transcript:
    engine = transcriber(engine_name)
    fetching = Progress(f"Fetching {model}")
    engine.load(resolve(model, engine_name, Settings().models_cache, fetching.of_bytes))
    hearing = engine.transcribe(file, options)
    progress = Progress(f"Listening to {file.name}")
    progress.of(0.0)
    segments: list[Segment] = []
    for segment in hearing:
        segments.append(segment)
        progress.of(segment.end / hearing.duration)
    progress.finish()
    return transcript_of(segments, hearing, engine, Path(model).name, options)


def _format(form: Format | None, out: Path | None) -> str:
    """The form asked for, or the one that the name of the file to write says."""
    if form:
        return form.value
    ending = out.suffix.removeprefix(".").lower() if out else ""
    return ending if ending in FORMATS else Format.VTT.value


def _write(text: str, out: Path | None) -> None:
    """Write all of it or nothing: a file half written never bears the name asked for."""
    if out is None:
        typer.echo(text, nl=False)
        return
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(out)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        typer.echo(f"The transcript could not be written to {out} ({error.strerror}).", err=True)
        raise typer.Exit(NOT_WRITTEN) from error
    typer.echo(f"Written to {out}", err=True)

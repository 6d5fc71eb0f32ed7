"""`colloquy transcribe`: recordings in, transcripts out, no server and no database."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from colloquy.cli.listening import Listener, Problem
from colloquy.cli.terminal import EngineChoice
from colloquy.core.settings import Settings
from colloquy.recordings.engines.languages import AUTO, MIXED
from colloquy.recordings.engines.protocol import Options
from colloquy.recordings.formats.forms import FORMS, Form
from colloquy.recordings.transcribing.folders import Watched, Work, planned, recordings_in

WRONG_USE, NOT_WRITTEN = 2, 4
LOOK_SECONDS = 2.0


def transcribe(  # noqa: PLR0913  each is one option of the command
    places: Annotated[
        list[Path] | None,
        typer.Argument(help="Recordings, or folders of them: M4A, MP3, WAV, FLAC, OGG, WebM, MP4."),
    ] = None,
    model: Annotated[str, typer.Option(help="A model's name, folder or file.")] = "",
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="Else by the name of --out, else vtt. txt has times, plain has none, stamped is "
            "for MAXQDA and ATLAS.ti, rows for NVivo.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="The file to write, or the folder for several; else one goes on the screen and "
            "several beside their recordings."
        ),
    ] = None,
    watch: Annotated[
        Path | None,
        typer.Option(help="A folder to watch: what is put into it is transcribed, until Ctrl+C."),
    ] = None,
    engine: Annotated[
        EngineChoice | None, typer.Option(help="The engine to use; else as the settings say.")
    ] = None,
    language: Annotated[
        str, typer.Option(help="Such as en or cy; auto finds out, mixed does so every half minute.")
    ] = "",
    hotwords: Annotated[str, typer.Option(help="Words to expect, such as names.")] = "",
    accept_cut_off: Annotated[
        bool, typer.Option("--accept-cut-off", help="Use what there is of a broken file.")
    ] = False,
) -> None:
    """Turn recordings into transcripts.

    Of a folder, what has a transcript already is left out. Ends with 0 when all is written, 1 when
    a recording cannot be read, 3 when the engine or the model is not available, 4 when a transcript
    cannot be written; of several, the others are written all the same.
    """
    settings = Settings()
    given = list(dict.fromkeys(path for place in places or [] for path in recordings_in(place)))
    if not places and watch is None:
        typer.echo("Name a recording, a folder of recordings, or a folder to --watch.", err=True)
        raise typer.Exit(WRONG_USE)
    is_one = watch is None and len(given) == 1 and not (places and places[0].is_dir())
    asked = form or (_form_of(out) if is_one else Form.VTT)
    spoken = language or settings.language
    listener = Listener(
        settings=settings,
        engine_name=engine.full_name if engine else settings.engine,
        model=model or settings.model,
        options=Options(
            language=None if spoken in {"", AUTO, MIXED} else spoken,
            is_multilingual=spoken == MIXED,
            hotwords=hotwords or None,
        ),
        form=asked,
        accepts_cut_off=accept_cut_off,
    )
    if is_one:
        _one(listener, given[0], out)
    else:
        _several(listener, given, watch, out)


def _one(listener: Listener, recording: Path, out: Path | None) -> None:
    if out and not out.absolute().parent.is_dir():
        typer.echo(
            f"There is no folder {out.absolute().parent} to write to. Make it first.", err=True
        )
        raise typer.Exit(NOT_WRITTEN)
    if out and out.is_dir():
        out = planned([recording], FORMS[listener.form].ending, out)[0].transcript
    try:
        if out:
            listener.write(Work(recording, out))
        else:
            typer.echo(listener.hear(recording), nl=False)
    except Problem as problem:
        problem.tell()
        raise typer.Exit(problem.code) from problem


def _several(
    listener: Listener, given: Sequence[Path], watch: Path | None, out: Path | None
) -> None:
    worst = 0
    for work in _work(given, watch, out, FORMS[listener.form].ending):
        if work.is_done:
            typer.echo(f"{work.recording.name} has its transcript: {work.transcript}", err=True)
            continue
        try:
            listener.write(work)
        except Problem as problem:
            problem.tell()
            worst = max(worst, problem.code)
    if worst:
        raise typer.Exit(worst)


def _work(
    given: Sequence[Path], watch: Path | None, out: Path | None, ending: str
) -> Iterator[Work]:
    yield from planned(given, ending, out)
    if watch is None:
        return
    if not watch.is_dir():
        typer.echo(f"There is no folder {watch} to watch. Make it first.", err=True)
        raise typer.Exit(WRONG_USE)
    typer.echo(f"Watching {watch}. Put recordings into it; Ctrl+C ends it.", err=True)
    watched = Watched(watch)
    try:
        while True:
            for path in watched.arrived():
                here = planned(recordings_in(watch), ending, out)
                yield next(work for work in here if work.recording == path)
            time.sleep(LOOK_SECONDS)
    except KeyboardInterrupt:
        typer.echo("No longer watching.", err=True)


def _form_of(out: Path | None) -> Form:
    """The form that the name of the file to write says."""
    ending = out.suffix.removeprefix(".").lower() if out else ""
    return next((form for form in FORMS if form.value == ending), Form.VTT)

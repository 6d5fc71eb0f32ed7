"""Hearing recordings one after the other with one engine, and writing what was heard."""

from dataclasses import dataclass, field
from pathlib import Path

import typer

from colloquy.cli.terminal import Progress
from colloquy.core.errors import ColloquyError
from colloquy.core.files import write_whole
from colloquy.core.settings import Settings
from colloquy.recordings.engines.bundled import model_place
from colloquy.recordings.engines.choice import transcriber
from colloquy.recordings.engines.models import resolve
from colloquy.recordings.engines.protocol import Options, Transcriber
from colloquy.recordings.engines.result import transcript_of
from colloquy.recordings.errors import AudioUnreadable, EngineMissing, ModelUnavailable
from colloquy.recordings.formats.cover import Cover
from colloquy.recordings.formats.forms import FORMS, Form
from colloquy.recordings.sound import inspect
from colloquy.recordings.transcribing.folders import Work
from colloquy.recordings.transcript import Segment, Transcript

UNREADABLE, UNAVAILABLE, NOT_WRITTEN = 1, 3, 4


class Problem(Exception):
    """A recording did not become a transcript; `code` is what the command ends with."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code

    def tell(self) -> None:
        """Say it to the person at the terminal."""
        typer.echo(str(self), err=True)


@dataclass(slots=True)
class Listener:
    """How to listen and what to write; the model is loaded once, when it is first needed."""

    settings: Settings
    engine_name: str
    model: str
    options: Options
    form: Form
    accepts_cut_off: bool
    _engine: Transcriber | None = field(default=None)

    def hear(self, recording: Path) -> bytes:
        """The transcript as it is to be written, or a `Problem`."""
        try:
            inspect(recording, accepts_cut_off=self.accepts_cut_off)
            transcript = self._transcript(recording)
        except AudioUnreadable as error:
            raise _problem(error, UNREADABLE) from error
        except (EngineMissing, ModelUnavailable) as error:
            raise _problem(error, UNAVAILABLE) from error
        if flagged := sum(1 for segment in transcript.segments if segment.flags):
            typer.echo(
                f"Listen again to {flagged} segments that may be invented or repeated.", err=True
            )
        cover = Cover(title=recording.stem, file_name=recording.name)
        return FORMS[self.form].write(transcript, cover)

    def write(self, work: Work) -> None:
        """Write the transcript of a recording whole or not at all."""
        written = self.hear(work.recording)
        try:
            write_whole(work.transcript, written)
        except OSError as error:
            raise Problem(
                f"The transcript could not be written to {work.transcript} ({error.strerror}).",
                NOT_WRITTEN,
            ) from error
        typer.echo(f"Written to {work.transcript}", err=True)

    def _transcript(self, recording: Path) -> Transcript:
        engine = self._engine or self._loaded()
        hearing = engine.transcribe(recording, self.options)
        progress = Progress(f"Listening to {recording.name}")
        progress.of(0.0)
        segments: list[Segment] = []
        for segment in hearing:
            segments.append(segment)
            progress.of(segment.end / hearing.duration)
        progress.finish()
        return transcript_of(segments, hearing, engine, Path(self.model).name, self.options)

    def _loaded(self) -> Transcriber:
        engine = transcriber(self.engine_name)
        fetching = Progress(f"Fetching {self.model}")
        place = model_place(self.model)
        engine.load(resolve(place, self.engine_name, self.settings.models_cache, fetching.of_bytes))
        self._engine = engine
        return engine


def _problem(error: ColloquyError, code: int) -> Problem:
    return Problem(error.message, code)

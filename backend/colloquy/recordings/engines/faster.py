"""faster-whisper, the default engine: 8-bit integers on the processor, 16-bit floats on a GPU."""

import importlib.metadata
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, cast

import ctranslate2
import faster_whisper

from colloquy.recordings.engines.hearing import StretchedHearing
from colloquy.recordings.engines.names import FASTER as NAME
from colloquy.recordings.engines.protocol import Options, Transcriber
from colloquy.recordings.engines.stretches import Stretch
from colloquy.recordings.errors import ModelUnavailable
from colloquy.recordings.sound import Samples
from colloquy.recordings.transcript import Segment, Word

# below this, threads wait for one another longer than they compute: the demo's model of 9 MB took
# 8.5 s with two and 4.5 s with one
SMALL_BYTES = 20_000_000


class _Word(Protocol):
    start: float
    end: float
    word: str
    probability: float


class _Segment(Protocol):
    start: float
    end: float
    text: str
    avg_logprob: float
    no_speech_prob: float
    words: list[_Word] | None


class _Info(Protocol):
    language: str
    duration_after_vad: float


class _Model(Protocol):
    """The part of `faster_whisper.WhisperModel` that we use; the library's types are loose."""

    def transcribe(self, audio: Samples, **options: object) -> tuple[Iterable[_Segment], _Info]: ...


def device_and_precision() -> tuple[str, str]:
    """Where and how exactly to compute: a GPU when there is one, else this processor."""
    count = cast("int", ctranslate2.get_cuda_device_count())  # pyright: ignore
    return ("cuda", "float16") if count else ("cpu", "int8")


class FasterWhisper:
    """Whisper on CTranslate2; a `Transcriber`. A model is a folder."""

    name = NAME

    def __init__(self) -> None:
        self._model: _Model | None = None

    @property
    def version(self) -> str:
        """The installed version of the engine."""
        return importlib.metadata.version(NAME)

    def load(self, model: Path) -> None:
        """Read a CTranslate2 folder into memory."""
        if not (model / "model.bin").is_file() or not (model / "tokenizer.json").is_file():
            raise ModelUnavailable(
                f"“{model}” is not a model for {NAME}: a folder with model.bin, config.json and "
                "tokenizer.json. Nothing was changed. Choose such a folder, or a model by its name."
            )
        device, precision = device_and_precision()
        is_small = (model / "model.bin").stat().st_size < SMALL_BYTES
        threads = 1 if is_small else os.cpu_count() or 1
        try:
            loaded = faster_whisper.WhisperModel(
                str(model), device=device, compute_type=precision, cpu_threads=threads
            )
        except (RuntimeError, ValueError) as error:
            raise ModelUnavailable(
                f"The model “{model.name}” cannot be read ({error}). Nothing was changed. "
                "Fetch it again with `colloquy models pull`, or choose another one."
            ) from error
        self._model = cast("_Model", loaded)

    def transcribe(self, audio: Path, options: Options) -> StretchedHearing:
        """Begin to hear a recording."""
        model = self._model
        if model is None:
            raise ModelUnavailable("No speech model has been loaded yet. Load one first.")

        def recognise(stretch: Stretch, language: str | None) -> tuple[str, Iterator[Segment]]:
            segments, info = model.transcribe(
                stretch.samples,
                language=language,
                multilingual=options.is_multilingual,
                beam_size=options.beam_size,
                temperature=list(options.temperatures),
                condition_on_previous_text=options.conditions_on_previous_text,
                word_timestamps=options.has_word_times,
                vad_filter=options.has_voice_filter,
                hotwords=options.hotwords,
            )
            if not info.duration_after_vad:
                return "", iter(())
            return info.language, map(_segment, segments)

        return StretchedHearing(audio, options, recognise)


ENGINE: type[Transcriber] = FasterWhisper


def _segment(heard: _Segment) -> Segment:
    return Segment(
        start=float(heard.start),
        end=float(heard.end),
        text=heard.text,
        words=tuple(
            Word(
                float(word.start),
                float(word.end),
                word.word.strip(),
                round(float(word.probability), 4),
            )
            for word in heard.words or ()
        ),
        average_logprob=round(float(heard.avg_logprob), 4),
        no_speech_probability=round(float(heard.no_speech_prob), 4),
    )

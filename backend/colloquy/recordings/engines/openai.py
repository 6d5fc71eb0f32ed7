"""openai-whisper, the second engine: the reference implementation, an optional install.

It hears a whole file before it says a word. So that progress can be shown and a job stopped,
we give it one window of at most 30 seconds at a time, cut at silences by the same voice filter
that faster-whisper uses. Nothing is lost by it: each window is heard without the text before
it anyway (`condition_on_previous_text` off).
"""

import importlib
import importlib.metadata
import importlib.util
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypedDict, cast

import faster_whisper.vad as vad
from faster_whisper.vad import VadOptions

from colloquy.recordings.engines.hearing import StretchedHearing
from colloquy.recordings.engines.names import OPENAI as NAME
from colloquy.recordings.engines.protocol import Options, Transcriber
from colloquy.recordings.engines.stretches import Stretch
from colloquy.recordings.errors import EngineMissing, ModelUnavailable
from colloquy.recordings.sound import RATE, Samples
from colloquy.recordings.transcript import Segment, Word

WINDOW_SECONDS = 30.0
# shorter than the pause between two sentences, longer than one inside a word
SILENCE_MILLISECONDS = 300
PAD_MILLISECONDS = 200


class _HeardWord(TypedDict):
    word: str
    start: float
    end: float
    probability: float


class _HeardSegment(TypedDict):
    start: float
    end: float
    text: str
    avg_logprob: float
    no_speech_prob: float
    words: list[_HeardWord]


class _Heard(TypedDict):
    language: str
    segments: list[_HeardSegment]


class _Device(Protocol):
    type: str


class _Model(Protocol):
    """The part of `whisper.Whisper` that we use; the library has no types."""

    device: _Device

    def transcribe(self, audio: Samples, **options: object) -> _Heard: ...


class _Whisper(Protocol):
    def load_model(self, name: str) -> _Model: ...


class _Span(TypedDict):
    start: int
    end: int


class _FindSpeech(Protocol):
    def __call__(self, audio: Samples, vad_options: VadOptions) -> list[_Span]: ...


def is_installed() -> bool:
    """True when openai-whisper can be imported here."""
    return importlib.util.find_spec("whisper") is not None


class OpenAIWhisper:
    """Whisper on PyTorch; a `Transcriber`. A model is a .pt file."""

    name = NAME

    def __init__(self) -> None:
        self._model: _Model | None = None

    @property
    def version(self) -> str:
        """The installed version of the engine; `EngineMissing` when there is none."""
        try:
            return importlib.metadata.version(NAME)
        except importlib.metadata.PackageNotFoundError as error:
            raise _missing() from error

    def load(self, model: Path) -> None:
        """Read a checkpoint into memory, on a GPU when there is one."""
        try:
            whisper = cast("_Whisper", importlib.import_module("whisper"))
        except ImportError as error:
            raise _missing() from error
        if not model.is_file():
            raise ModelUnavailable(
                f"“{model}” is not a model for {NAME}: a .pt file. Nothing was changed. "
                "Choose such a file, or a model by its name."
            )
        try:
            self._model = whisper.load_model(str(model))
        except (RuntimeError, KeyError, TypeError, EOFError, pickle.UnpicklingError) as error:
            raise ModelUnavailable(
                f"The model “{model.name}” cannot be read. Nothing was changed. "
                "Fetch it again with `colloquy models pull`, or choose another one."
            ) from error

    def transcribe(self, audio: Path, options: Options) -> StretchedHearing:
        """Begin to hear a recording."""
        model = self._model
        if model is None:
            raise ModelUnavailable("No speech model has been loaded yet. Load one first.")

        def recognise(stretch: Stretch, language: str | None) -> tuple[str, Iterator[Segment]]:
            windows = (
                _windows(stretch.samples)
                if options.has_voice_filter
                else [Stretch(0.0, stretch.samples)]
            )
            if not windows:
                return "", iter(())
            first = _hear(model, windows[0], language, options)
            found = first["language"]

            def segments() -> Iterator[Segment]:
                yield from _segments(windows[0].start, first)
                kept = None if options.is_multilingual else found
                for window in windows[1:]:
                    yield from _segments(window.start, _hear(model, window, kept, options))

            return found, segments()

        if options.has_voice_filter:
            return StretchedHearing(audio, options, recognise)
        return StretchedHearing(audio, options, recognise, WINDOW_SECONDS, WINDOW_SECONDS / 3)


ENGINE: type[Transcriber] = OpenAIWhisper


def _missing() -> EngineMissing:
    return EngineMissing(
        f"{NAME} is not installed here. Nothing was changed. Install it with "
        "`pip install 'colloquy[openai]'` (it brings PyTorch, which is large), or choose faster-whisper."
    )


def _windows(samples: Samples) -> list[Stretch]:
    """Stretches of speech that fit in one window of Whisper.

    Each ends at the longest silence in its second half, which is most often between two
    speakers: a window that ends in the middle of a sentence is where Whisper errs.
    """
    options = VadOptions(
        max_speech_duration_s=WINDOW_SECONDS,
        min_silence_duration_ms=SILENCE_MILLISECONDS,
        speech_pad_ms=PAD_MILLISECONDS,
    )
    find_speech = cast("_FindSpeech", vars(vad)["get_speech_timestamps"])  # its types are loose
    spans = find_speech(samples, options)
    windows: list[Stretch] = []
    first = 0
    while first < len(spans):
        start = spans[first]["start"]
        last = _last_span(spans, first)
        windows.append(Stretch(start / RATE, samples[start : spans[last]["end"]]))
        first = last + 1
    return windows


def _last_span(spans: list[_Span], first: int) -> int:
    """The span with which a window that begins with span `first` should end."""

    def seconds(index: int) -> float:
        return (spans[index]["end"] - spans[first]["start"]) / RATE

    last = first
    while last + 1 < len(spans) and seconds(last + 1) <= WINDOW_SECONDS:
        last += 1
    if last + 1 == len(spans):
        return last
    candidates = [i for i in range(first, last + 1) if seconds(i) >= WINDOW_SECONDS / 2]
    return max(
        candidates or [last], key=lambda index: spans[index + 1]["start"] - spans[index]["end"]
    )


def _hear(model: _Model, window: Stretch, language: str | None, options: Options) -> _Heard:
    return model.transcribe(
        window.samples,
        language=language,
        beam_size=options.beam_size,
        best_of=options.beam_size,
        temperature=options.temperatures,
        condition_on_previous_text=options.conditions_on_previous_text,
        word_timestamps=options.has_word_times,
        initial_prompt=options.hotwords,
        fp16=model.device.type == "cuda",
    )


def _segments(start: float, heard: _Heard) -> Iterator[Segment]:
    for segment in heard["segments"]:
        words = tuple(
            Word(
                float(word["start"]),
                float(word["end"]),
                word["word"].strip(),
                round(float(word["probability"]), 4),
            )
            for word in segment.get("words", ())
        )
        yield Segment(
            start=float(segment["start"]),
            end=float(segment["end"]),
            text=segment["text"],
            words=words,
            average_logprob=round(float(segment["avg_logprob"]), 4),
            no_speech_probability=round(float(segment["no_speech_prob"]), 4),
        ).moved(start)

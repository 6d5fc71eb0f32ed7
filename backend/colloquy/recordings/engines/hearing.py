"""The loop both engines share: stretch by stretch through a recording, times put right."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from colloquy.recordings.engines.protocol import Options
from colloquy.recordings.engines.stretches import Stretch, stretches
from colloquy.recordings.sound import inspect, samples
from colloquy.recordings.transcript import Segment

# A stretch is all that is ever in memory: ten minutes are 38 MB of samples. Longer would cost
# memory without a gain, shorter would cut more often.
STRETCH_SECONDS = 600.0
LOOK_BACK_SECONDS = 30.0

# Hears one stretch in a language (None: find out) and gives the language ("" when nothing was
# said) and the segments, with times from the start of the stretch.
Recognise = Callable[[Stretch, str | None], tuple[str, Iterator[Segment]]]


class StretchedHearing:
    """Hears a recording with bounded memory, whatever its length; a `Hearing`.

    `longest` and `look_back` are the seconds of one stretch and of the part of it in which a
    quiet place to cut is looked for.
    """

    def __init__(
        self,
        audio: Path,
        options: Options,
        recognise: Recognise,
        longest: float | None = None,
        look_back: float | None = None,
    ) -> None:
        self.duration = options.duration or inspect(audio, accepts_cut_off=True).duration
        self.language = options.language or ""
        self._audio = audio
        self._options = options
        self._recognise = recognise
        self._longest = longest or STRETCH_SECONDS
        self._look_back = look_back or LOOK_BACK_SECONDS

    def __iter__(self) -> Iterator[Segment]:
        start = self._options.start
        latest = start
        for stretch in stretches(
            samples(self._audio, start),
            start=start,
            longest=self._longest,
            look_back=self._look_back,
        ):
            known = None if self._options.is_multilingual else self.language or None
            language, heard = self._recognise(stretch, known)
            for segment in heard:
                self.language = self.language or language
                if not segment.text.strip():
                    continue
                moved = _tidied(segment.moved(stretch.start), latest, self.duration)
                latest = moved.end
                yield moved


def _tidied(segment: Segment, earliest: float, latest: float) -> Segment:
    """The segment with its words inside it, and itself after the last one and inside the recording.

    Whisper's clock runs in steps of 0.02 s, so neighbours may overlap by a hair.
    """
    start = min(max(segment.start, earliest), latest)
    end = min(max(segment.end, start), latest)
    words = tuple(
        replace(
            word,
            start=round(min(max(word.start, start), end), 3),
            end=round(min(max(word.end, start), end), 3),
        )
        for word in segment.words
    )
    return replace(
        segment, start=round(start, 3), end=round(end, 3), text=segment.text.strip(), words=words
    )

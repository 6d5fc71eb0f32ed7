"""The sample meetings, the tiny model, and how a transcript is measured against what was said."""

from collections.abc import Sequence
from pathlib import Path

import jiwer

import colloquy.demo
from colloquy.recordings.formats.vtt import from_vtt
from colloquy.recordings.transcript import Segment
from tools.speech.grammar import normalise

FIXTURES = Path(__file__).parents[1] / "fixtures" / "whisper"
DEMO = Path(str(colloquy.demo.__file__)).parent
FASTER, OPENAI = "faster-whisper", "openai-whisper"
MODELS = {FASTER: DEMO / "model", OPENAI: FIXTURES / "tiny-consultation.pt"}
SAMPLES = ("sample-1", "sample-2", "sample-3")


def reference(path: Path) -> tuple[Segment, ...]:
    """What was really said, sentence by sentence."""
    return from_vtt(path.read_text()).segments


def word_error(said: Sequence[Segment], heard: Sequence[Segment]) -> float:
    """Share of words wrong, missing or too many; case and punctuation do not count."""
    return jiwer.wer(_words(said), _words(heard))


def _words(segments: Sequence[Segment]) -> str:
    return " ".join(normalise(" ".join(segment.text for segment in segments)))

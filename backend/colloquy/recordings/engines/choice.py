"""The engines by name: the one place that knows them all."""

from collections.abc import Callable, Mapping

from colloquy.recordings.engines.faster import NAME as FASTER
from colloquy.recordings.engines.faster import FasterWhisper
from colloquy.recordings.engines.openai import NAME as OPENAI
from colloquy.recordings.engines.openai import OpenAIWhisper
from colloquy.recordings.engines.protocol import Transcriber
from colloquy.recordings.errors import EngineMissing

ENGINES: Mapping[str, Callable[[], Transcriber]] = {FASTER: FasterWhisper, OPENAI: OpenAIWhisper}


def transcriber(name: str) -> Transcriber:
    """A fresh engine of this name with no model in it; `EngineMissing` for a name nobody has."""
    if name not in ENGINES:
        raise EngineMissing(f"There is no engine “{name}”. Choose {' or '.join(ENGINES)}.")
    return ENGINES[name]()

"""An engine with its model in it, kept for the next who asks: one worker, one model."""

from functools import lru_cache
from pathlib import Path

from colloquy.recordings.engines.choice import transcriber
from colloquy.recordings.engines.protocol import Transcriber


@lru_cache(maxsize=1)
def loaded(engine_name: str, model: Path) -> Transcriber:
    """The engine with this model, ready to transcribe."""
    engine = transcriber(engine_name)
    engine.load(model)
    return engine

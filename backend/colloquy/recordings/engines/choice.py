"""The engines by name: the one place that knows them all, and that loads the one asked for."""

import importlib
from collections.abc import Mapping

from colloquy.recordings.engines.names import FASTER, OPENAI
from colloquy.recordings.engines.protocol import Transcriber
from colloquy.recordings.errors import EngineMissing

# Each module names its engine as `ENGINE`. It is imported when it is asked for, because its
# libraries take seconds to load: docs/decisions/transcription-engines.md
MODULES: Mapping[str, str] = {
    FASTER: "colloquy.recordings.engines.faster",
    OPENAI: "colloquy.recordings.engines.openai",
}


def transcriber(name: str) -> Transcriber:
    """A fresh engine of this name with no model in it; `EngineMissing` for a name nobody has."""
    if name not in MODULES:
        raise EngineMissing(f"There is no engine “{name}”. Choose {' or '.join(MODULES)}.")
    engine: type[Transcriber] = vars(importlib.import_module(MODULES[name]))["ENGINE"]
    return engine()

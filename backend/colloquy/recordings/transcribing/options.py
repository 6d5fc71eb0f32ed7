"""Which engines and models a person may choose on this machine."""

import importlib.util
from pathlib import Path

from colloquy.core.settings import Settings
from colloquy.recordings.engines.models import find, list_models
from colloquy.recordings.schemas import EngineName, ModelOption

# the checkpoint that comes with the demo; it knows the demo's synthetic voices and nothing else
DEMO_MODEL = "tiny-consultation"
DEMO_FOLDER = Path(__file__).parents[2] / "demo" / "model"


def model_place(model: str) -> str:
    """What to ask an engine for: the bundled model by its folder, any other as it is named."""
    return str(DEMO_FOLDER) if model == DEMO_MODEL else model


def model_options(settings: Settings) -> list[ModelOption]:
    """The default first, then what can be had by name, then the demo's own model."""
    engines: list[EngineName] = ["faster-whisper"]
    if importlib.util.find_spec("whisper"):
        engines.append("openai-whisper")
    default = ModelOption(
        engine=settings.engine,
        model=settings.model,
        label=Path(settings.model).name,
        is_here=find(model_place(settings.model), settings.engine, settings.models_cache)
        is not None,
        is_default=True,
    )
    known = [
        ModelOption(
            engine=engine,
            model=entry.name,
            label=f"{entry.name} – {entry.remark}" if entry.remark else entry.name,
            is_here=entry.path is not None,
            is_default=False,
        )
        for engine in engines
        for entry in list_models(settings.models_cache, engine)
        if (engine, entry.name) != (settings.engine, settings.model)
    ]
    if settings.model in (DEMO_MODEL, str(DEMO_FOLDER)):
        return [default, *known]
    demo = ModelOption(
        engine="faster-whisper",
        model=DEMO_MODEL,
        label=f"{DEMO_MODEL} – only for the demo's own voices",
        is_here=True,
        is_default=False,
    )
    return [default, *known, demo]

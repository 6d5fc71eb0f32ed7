"""Which engines and models a person may choose on this machine, and how long each would take."""

import importlib.util
from collections.abc import Iterator, Mapping
from pathlib import Path

from colloquy.core.settings import Settings
from colloquy.recordings.engines.bundled import DEMO_FOLDER, DEMO_MODEL, model_place
from colloquy.recordings.engines.models import KNOWN, ModelEntry, find, list_models, megabytes
from colloquy.recordings.engines.names import FASTER
from colloquy.recordings.schemas import EngineName, ModelOption
from colloquy.recordings.transcribing.machine import Machine, this_machine
from colloquy.recordings.transcribing.pace import Key, pace

# best last: what we advise, if this machine can do it in the time that the recording itself lasts
ADVISABLE = ("tiny", "base", "small", "medium", "turbo", "large-v3")
PATIENCE = 1.0
# a model in memory, with what it computes, against its file; and what everything else needs
MEMORY_FACTOR, MEMORY_REST = 1.3, 1500


def model_options(
    settings: Settings, measured: Mapping[Key, float], machine: Machine | None = None
) -> list[ModelOption]:
    """The default first, then what can be had by name, then the demo's own model."""
    machine = machine or this_machine()
    options = [
        _option(engine, entry, settings, measured, machine) for engine, entry in _entries(settings)
    ]
    best = advised(options)
    return [option.model_copy(update={"is_advised": option is best}) for option in options]


def advised(options: list[ModelOption]) -> ModelOption | None:
    """The best model that fits in the memory and needs no longer than the recording lasts."""
    fitting = [
        option
        for option in options
        if option.engine == FASTER
        and option.model in ADVISABLE
        and option.fits
        and option.pace <= PATIENCE
    ]
    return max(fitting, key=lambda option: ADVISABLE.index(option.model), default=None)


def _entries(settings: Settings) -> Iterator[tuple[EngineName, ModelEntry]]:
    place = find(model_place(settings.model), settings.engine, settings.models_cache)
    size = megabytes(place) if place else 0
    known = KNOWN.get(settings.model)
    label = known.remark if known else ""
    if settings.model in (DEMO_MODEL, str(DEMO_FOLDER)):
        label = "only for the demo's own voices"
    yield (
        settings.engine,
        ModelEntry(
            settings.model, settings.engine, known.megabytes if known else size, label, place
        ),
    )
    engines: list[EngineName] = ["faster-whisper"]
    if importlib.util.find_spec("whisper"):
        engines.append("openai-whisper")
    for engine in engines:
        for entry in list_models(settings.models_cache, engine):
            if (engine, entry.name) != (settings.engine, settings.model):
                yield engine, entry
    if settings.model not in (DEMO_MODEL, str(DEMO_FOLDER)):
        remark = "only for the demo's own voices"
        yield "faster-whisper", ModelEntry(DEMO_MODEL, FASTER, 9, remark, DEMO_FOLDER)


def _option(
    engine: EngineName,
    entry: ModelEntry,
    settings: Settings,
    measured: Mapping[Key, float],
    machine: Machine,
) -> ModelOption:
    speed = pace((engine, entry.name), entry.megabytes, measured, machine)
    name = Path(entry.name).name if Path(entry.name).is_absolute() else entry.name
    return ModelOption(
        engine=engine,
        model=entry.name,
        label=f"{name} – {entry.remark}" if entry.remark else name,
        megabytes=entry.megabytes,
        is_here=entry.path is not None,
        is_default=(engine, entry.name) == (settings.engine, settings.model),
        is_advised=False,
        pace=round(speed.seconds, 4),
        is_measured=speed.is_measured,
        fits=machine.has_gpu
        or not machine.memory_mb
        or entry.megabytes * MEMORY_FACTOR + MEMORY_REST <= machine.memory_mb,
    )

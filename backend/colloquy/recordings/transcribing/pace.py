"""How long a model takes on this machine: measured by earlier transcriptions, else a stated guess."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from colloquy.recordings.engines.names import OPENAI
from colloquy.recordings.transcribing.machine import Machine

# how many of the newest transcriptions with a model say how fast it is
NEWEST = 5
# a stretch shorter than this says more about starting than about listening
SHORTEST_SECONDS = 5.0

# work of a model for a second of sound, `small` being 1: by its encoder, which hears every second
WEIGHTS = {
    "tiny": 0.12,
    "base": 0.22,
    "small": 1.0,
    "turbo": 2.6,
    "medium": 3.1,
    "large-v3": 6.0,
}
SMALL_MEGABYTES = 485
LIGHTEST = 0.05
# seconds that `small` takes for a second of sound: on one core with 8-bit integers, and on a GPU
CORE_PACE, GPU_PACE = 1.0, 0.03
# more cores help less and less
MOST_CORES = 8
# PyTorch with 32-bit floats, against CTranslate2 with 8-bit integers
OPENAI_FACTOR = 4.0

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of work for a second of sound; a guess unless this model was timed on this machine."""

    seconds: float
    is_measured: bool


@dataclass(frozen=True, slots=True)
class Timed:
    """A transcription that was timed: so much sound took so much work."""

    engine: str
    model: str
    heard_seconds: float
    worked_seconds: float


def measured_paces(timed: Iterable[Timed]) -> dict[Key, float]:
    """The pace of each engine and model by its newest transcriptions; `timed` begins with the newest."""
    by_model: defaultdict[Key, list[Timed]] = defaultdict(list)
    for one in timed:
        entries = by_model[one.engine, one.model]
        if one.heard_seconds >= SHORTEST_SECONDS and len(entries) < NEWEST:
            entries.append(one)
    return {
        key: sum(one.worked_seconds for one in entries) / sum(one.heard_seconds for one in entries)
        for key, entries in by_model.items()
        if entries
    }


def pace(key: Key, megabytes: int, measured: Mapping[Key, float], machine: Machine) -> Pace:
    """How fast a model is here; what was measured with another model is a better guess than none."""
    if key in measured:
        return Pace(measured[key], is_measured=True)
    work = _work(key, megabytes)
    known = [(other, value) for other, value in measured.items() if _name(other[1]) in WEIGHTS]
    if known:
        nearest, value = min(known, key=lambda entry: abs(_work(entry[0], 0) - work))
        return Pace(value * work / _work(nearest, 0), is_measured=False)
    alone = GPU_PACE if machine.has_gpu else CORE_PACE / min(machine.cores, MOST_CORES)
    return Pace(alone * work, is_measured=False)


def _work(key: Key, megabytes: int) -> float:
    engine, model = key
    weight = WEIGHTS.get(_name(model)) or max(LIGHTEST, megabytes / SMALL_MEGABYTES)
    return weight * (OPENAI_FACTOR if engine == OPENAI else 1.0)


def _name(model: str) -> str:
    return model.removesuffix(".en")

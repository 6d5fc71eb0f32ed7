"""Speech models: a name is fetched once into a cache folder, a folder or file is taken as it is."""

import importlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from huggingface_hub.constants import ENDPOINT

from colloquy.recordings.engines.download import Download, fetch, read_json
from colloquy.recordings.engines.names import FASTER, OPENAI
from colloquy.recordings.errors import EngineMissing, ModelUnavailable

# bytes received so far, bytes in all
OnProgress = Callable[[int, int], None]

FASTER_FILES = ("config.json", "preprocessor_config.json", "model.bin", "tokenizer.json")
FASTER_VOCABULARY = "vocabulary."


@dataclass(frozen=True, slots=True)
class Known:
    """A model that can be had by name: where faster-whisper's form of it lies, and its size."""

    repository: str
    megabytes: int
    remark: str


KNOWN = {
    "tiny": Known("Systran/faster-whisper-tiny", 75, "for trying out; many mistakes"),
    "tiny.en": Known("Systran/faster-whisper-tiny.en", 75, "the same, English only"),
    "base": Known("Systran/faster-whisper-base", 145, "fast on any machine"),
    "base.en": Known("Systran/faster-whisper-base.en", 145, "the same, English only"),
    "small": Known("Systran/faster-whisper-small", 485, "a good start without a GPU"),
    "small.en": Known("Systran/faster-whisper-small.en", 485, "the same, English only"),
    "medium": Known("Systran/faster-whisper-medium", 1530, "slow without a GPU"),
    "medium.en": Known("Systran/faster-whisper-medium.en", 1530, "the same, English only"),
    "large-v3": Known("Systran/faster-whisper-large-v3", 3090, "the most accurate; wants a GPU"),
    "turbo": Known(
        "mobiuslabsgmbh/faster-whisper-large-v3-turbo", 1620, "nearly as good, much faster"
    ),
}


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One line of `models list`; `path` is None while the model is not here."""

    name: str
    engine: str
    megabytes: int
    remark: str
    path: Path | None


def list_models(cache: Path, engine: str = FASTER) -> list[ModelEntry]:
    """The models that can be asked for by name, then others that were fetched."""
    entries = [
        ModelEntry(name, engine, known.megabytes, known.remark, _cached(name, engine, cache))
        for name, known in KNOWN.items()
    ]
    folder = cache / engine
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        name = _name_of(path, engine)
        if name and name not in KNOWN:
            entries.append(ModelEntry(name, engine, megabytes(path), "fetched here", path))
    return entries


def find(model: str, engine: str, cache: Path) -> Path | None:
    """Where a model lies on this machine, by name, folder or file; None when it is not here."""
    path = Path(model).expanduser()
    if path.exists() and (path.is_absolute() or len(path.parts) > 1 or model not in KNOWN):
        return path
    return _cached(model, engine, cache)


def resolve(model: str, engine: str, cache: Path, on_progress: OnProgress | None = None) -> Path:
    """Where a model lies, fetched first when it is a name that is not here yet.

    Fails at once with a `ModelUnavailable` that says what to do.
    """
    return find(model, engine, cache) or pull(model, engine, cache, on_progress)


def pull(name: str, engine: str, cache: Path, on_progress: OnProgress | None = None) -> Path:
    """Fetch a model by name into the cache folder; what was fetched before is not fetched again.

    A fetch that was interrupted goes on where it stopped. Every file's checksum is compared
    where its source states one.
    """
    if found := _cached(name, engine, cache):
        return found
    if os.sep in name.strip("/") and not _is_repository(name):
        raise ModelUnavailable(_not_here(name))
    if engine == OPENAI:
        return _pull_checkpoint(name, cache / OPENAI, on_progress)
    return _pull_folder(name, cache / FASTER, on_progress)


def _pull_folder(name: str, folder: Path, on_progress: OnProgress | None) -> Path:
    known = KNOWN.get(name)
    if known is None and not _is_repository(name):
        raise ModelUnavailable(_not_here(name))
    repository = known.repository if known else name
    target = folder / _file_name(name)
    unfinished = target.with_name(target.name + ".part")
    downloads = _files_of(repository, name)
    total = sum(download.size for download in downloads)
    done = 0
    for download in downloads:
        before = done
        fetch(
            download,
            unfinished / download.name,
            lambda got, start=before: _tell(on_progress, start + got, total),
        )
        done += download.size
    shutil.rmtree(target, ignore_errors=True)
    unfinished.rename(target)
    return target


def _pull_checkpoint(name: str, folder: Path, on_progress: OnProgress | None) -> Path:
    try:
        whisper = importlib.import_module("whisper")
    except ImportError as error:
        raise EngineMissing(
            f"{OPENAI} is not installed here, so its models cannot be fetched. Install it with "
            "`pip install 'colloquy[openai]'`, or choose faster-whisper."
        ) from error
    addresses = cast("dict[str, str]", vars(whisper).get("_MODELS", {}))
    if name not in addresses:
        raise ModelUnavailable(_not_here(name))
    # the checksum is the last folder of the address: openai-whisper checks it so, too
    checksum = addresses[name].split("/")[-2]
    target = folder / f"{_file_name(name)}.pt"
    unfinished = target.with_name(target.name + ".part")
    size = KNOWN[name].megabytes * 1_000_000 if name in KNOWN else 0
    # its exact size is not stated; the checksum decides
    download = Download(name, target.name, addresses[name], 0, checksum)
    fetch(download, unfinished, lambda got: _tell(on_progress, got, max(size, got)))
    unfinished.rename(target)
    return target


def _files_of(repository: str, name: str) -> list[Download]:
    """The files of a model's repository that faster-whisper reads, with sizes and checksums."""
    answer = read_json(f"{ENDPOINT}/api/models/{repository}?blobs=true", name)
    revision = str(answer.get("sha", "main"))
    downloads: list[Download] = []
    for entry in cast("list[dict[str, object]]", answer.get("siblings", [])):
        file = str(entry["rfilename"])
        if file not in FASTER_FILES and not file.startswith(FASTER_VOCABULARY):
            continue
        stored = cast("dict[str, object]", entry.get("lfs") or {})
        downloads.append(
            Download(
                name,
                file,
                f"{ENDPOINT}/{repository}/resolve/{revision}/{file}",
                int(str(entry.get("size") or 0)),
                str(stored["sha256"]) if "sha256" in stored else None,
            )
        )
    if not any(download.name == "model.bin" for download in downloads):
        raise ModelUnavailable(
            f"“{name}” holds no model that {FASTER} reads (there is no model.bin). Nothing was "
            "changed. Choose another name from `colloquy models list`."
        )
    return downloads


def _cached(name: str, engine: str, cache: Path) -> Path | None:
    base = cache / engine / _file_name(name)
    if engine == OPENAI:
        file = base.with_name(base.name + ".pt")
        return file if file.is_file() else None
    return base if (base / "model.bin").is_file() else None


def _name_of(path: Path, engine: str) -> str | None:
    if engine == OPENAI:
        return path.stem if path.suffix == ".pt" else None
    has_model = path.suffix != ".part" and (path / "model.bin").is_file()
    return path.name.replace("--", "/") if has_model else None


def _file_name(name: str) -> str:
    return name.replace("/", "--")


def _is_repository(name: str) -> bool:
    """True for `owner/name`, as the hub of models writes it."""
    parts = name.split("/")
    return len(parts) == 2 and all(part and part.strip(".") for part in parts)


def megabytes(path: Path) -> int:
    """The size of a model that is a file or a folder."""
    files = [path] if path.is_file() else [file for file in path.iterdir() if file.is_file()]
    return round(sum(file.stat().st_size for file in files) / 1_000_000)


def _tell(on_progress: OnProgress | None, done: int, total: int) -> None:
    if on_progress:
        on_progress(done, total)


def _not_here(name: str) -> str:
    return (
        f"There is no model “{name}”: it is neither a folder or file here nor a name that we know. "
        f"Nothing was changed. Known names: {', '.join(KNOWN)}."
    )

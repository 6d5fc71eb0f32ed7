"""Which files of a folder are recordings to be transcribed, and which have come in whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ENDINGS = frozenset(
    f".{ending}"
    for ending in ("m4a", "mp3", "wav", "flac", "ogg", "oga", "opus", "webm", "mp4", "mov", "aac")
)


@dataclass(frozen=True, slots=True)
class Work:
    """A recording and the file that its transcript is to be written to."""

    recording: Path
    transcript: Path

    @property
    def is_done(self) -> bool:
        """True when the transcript is there and no older than the recording."""
        if not self.transcript.exists():
            return False
        return self.transcript.stat().st_mtime >= self.recording.stat().st_mtime


def recordings_in(place: Path) -> list[Path]:
    """A file itself; of a folder, every file in it and below that is named as recordings are."""
    if not place.is_dir():
        return [place]
    return sorted(
        path
        for path in place.rglob("*")
        if path.suffix.lower() in ENDINGS
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(place).parts)
    )


def planned(recordings: Sequence[Path], ending: str, out: Path | None) -> list[Work]:
    """What is to be written where: beside each recording, or into `out`.

    Recordings that differ only in the ending of their names keep it, so that none overwrites another.
    """
    stems = [_target(path, path.stem, ending, out) for path in recordings]
    return [
        Work(path, plain if stems.count(plain) == 1 else _target(path, path.name, ending, out))
        for path, plain in zip(recordings, stems, strict=True)
    ]


class Watched:
    """A folder that recordings are put into; a file has come in whole when it grows no more."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, tuple[int, float]] = {}
        self._given: set[tuple[Path, int, float]] = set()

    def arrived(self) -> Iterator[Path]:
        """Recordings that are as they were at the last look, each once unless it changes."""
        now: dict[Path, tuple[int, float]] = {}
        for path in recordings_in(self._folder):
            facts = path.stat()
            now[path] = (facts.st_size, facts.st_mtime)
            mark = (path, *now[path])
            if facts.st_size and self._seen.get(path) == now[path] and mark not in self._given:
                self._given.add(mark)
                yield path
        self._seen = now


def _target(recording: Path, name: str, ending: str, out: Path | None) -> Path:
    return (out or recording.parent) / f"{name}.{ending}"

"""What an engine has heard so far, kept beside the recording so that a crash loses no segment."""

import json
import os
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from colloquy.core.files import write_whole
from colloquy.core.settings import Settings
from colloquy.recordings.models import Transcript
from colloquy.recordings.transcript import Segment, Word

# some dozen segments with the times of their words
TAIL_BYTES = 128 * 1024
# a power cut loses at most what was heard in this time, which is heard again
SYNC_SECONDS = 1.0


class Heard:
    """A file with one finished segment a line; a line cut off by a crash is not finished."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._synced_at = 0.0

    def read(self) -> list[Segment]:
        """The finished segments, in order."""
        if not self.path.exists():
            return []
        whole = self.path.read_text(encoding="utf-8").splitlines(keepends=True)
        return [_segment(json.loads(line)) for line in whole if line.endswith("\n")]

    def newest(self, count: int) -> list[Segment]:
        """The last finished segments, without reading what came long before them."""
        if not self.path.exists():
            return []
        with self.path.open("rb") as file:
            start = max(0, file.seek(0, os.SEEK_END) - TAIL_BYTES)
            file.seek(start)
            lines = file.read().splitlines(keepends=True)
        whole = [line for line in (lines[1:] if start else lines) if line.endswith(b"\n")]
        return [_segment(json.loads(line)) for line in whole[-count:]]

    def tidy(self, segments: Sequence[Segment]) -> None:
        """Write the file afresh with these segments, before more are added."""
        write_whole(self.path, "".join(_line(segment) for segment in segments).encode())

    def add(self, segment: Segment) -> None:
        """Add a finished segment; a worker that is killed after this does not lose it."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(_line(segment))
            file.flush()
            # waiting for the disk after every segment cost two hundredths of the whole job
            if time.monotonic() - self._synced_at >= SYNC_SECONDS:
                os.fsync(file.fileno())
                self._synced_at = time.monotonic()

    def forget(self) -> None:
        """Remove the file: the segments are in the database, or nobody wants them."""
        self.path.unlink(missing_ok=True)


def heard_of(settings: Settings, transcript: Transcript) -> Heard:
    """What has been heard for a transcript that is being made."""
    return Heard(settings.recordings_folder / f"{transcript.id.hex}.heard")


def _line(segment: Segment) -> str:
    return json.dumps(asdict(segment), ensure_ascii=False) + "\n"


def _segment(values: dict[str, Any]) -> Segment:
    words = cast("list[dict[str, Any]]", values.pop("words"))
    values["flags"] = ()
    return Segment(**values, words=tuple(Word(**word) for word in words))

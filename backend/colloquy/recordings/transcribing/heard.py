"""What an engine has heard so far, kept beside the recording so that a crash loses no segment."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from colloquy.recordings.transcript import Segment, Word


class Heard:
    """A file with one finished segment a line; a line cut off by a crash is not finished."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> list[Segment]:
        """The finished segments, in order."""
        if not self.path.exists():
            return []
        whole = self.path.read_text(encoding="utf-8").splitlines(keepends=True)
        return [_segment(json.loads(line)) for line in whole if line.endswith("\n")]

    def tidy(self, segments: Sequence[Segment]) -> None:
        """Write the file afresh with these segments, before more are added."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text("".join(_line(segment) for segment in segments), encoding="utf-8")

    def add(self, segment: Segment) -> None:
        """Add a finished segment; it is on the disk when this returns."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(_line(segment))
            file.flush()
            os.fsync(file.fileno())

    def forget(self) -> None:
        """Remove the file: the segments are in the database, or nobody wants them."""
        self.path.unlink(missing_ok=True)


def _line(segment: Segment) -> str:
    return json.dumps(asdict(segment), ensure_ascii=False) + "\n"


def _segment(values: dict[str, Any]) -> Segment:
    words = cast("list[dict[str, Any]]", values.pop("words"))
    values["flags"] = ()
    return Segment(**values, words=tuple(Word(**word) for word in words))

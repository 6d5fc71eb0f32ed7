"""What has come of a file so far: bytes on disk, whose number is the offset to go on from."""

import fcntl
import os
from collections.abc import Collection
from pathlib import Path
from shutil import disk_usage, rmtree
from uuid import UUID

from colloquy.core.errors import Conflict
from colloquy.core.files import disk_name, telling_when_full
from colloquy.core.settings import Settings

RESERVE = 256 * 1024 * 1024
"""Bytes that an upload leaves free, since the database needs some, too."""
SAFE = "What was sent before is kept, and the upload continues where it stopped."


class Partial:
    """The file of one upload; it bears the name that its sender knows, in a folder of its own.

    Nothing about it is kept in memory or in the database, so a killed process loses none of it.
    """

    def __init__(self, settings: Settings, upload_id: UUID, file_name: str) -> None:
        self.folder = settings.uploads_folder / upload_id.hex
        self.path = self.folder / disk_name(file_name)

    @property
    def offset(self) -> int | None:
        """How many bytes have come; None before the upload was created."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return None

    def create(self) -> None:
        """Begin with an empty file; one that has begun is left as it is."""
        with telling_when_full(SAFE):
            self.folder.mkdir(parents=True, exist_ok=True)
            self.path.touch()
            _sync(self.folder, os.O_RDONLY)

    def append(self, at: int, data: bytes) -> int:
        """Put bytes at the end, if the end is where they belong; answers the new end.

        Looking and writing are one step, whichever processes do it at once: of two that send the
        same bytes, the slower one is told that the file has moved on. Where the disk is full, the
        file is as it was before.
        """
        with self.path.open("r+b", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            end = file.seek(0, os.SEEK_END)
            if end != at:
                raise Conflict(
                    f"{end} bytes of this file are here, and what came begins at byte {at}. "
                    "Nothing was changed. The upload goes on from what is here."
                )
            try:
                with telling_when_full(SAFE):
                    rest = memoryview(data)
                    while rest:
                        rest = rest[file.write(rest) :]
            except BaseException:
                file.truncate(at)
                raise
            return at + len(data)

    def sync(self) -> None:
        """Have the disk keep what has come, so that not even a power cut takes it away."""
        with telling_when_full(SAFE):
            _sync(self.path, os.O_RDWR)

    def forget(self) -> None:
        """Remove it."""
        rmtree(self.folder, ignore_errors=True)


def forget_all_but(settings: Settings, known: Collection[UUID]) -> None:
    """Remove what belongs to no upload any more."""
    kept = {upload_id.hex for upload_id in known}
    for folder in settings.uploads_folder.glob("*"):
        if folder.name not in kept:
            rmtree(folder, ignore_errors=True)


def free_bytes(folder: Path) -> int:
    """How much more may be put on the disk of a folder, which need not be there yet."""
    while not folder.exists():
        folder = folder.parent
    return max(0, disk_usage(folder).free - RESERVE)


def _sync(path: Path, how: int) -> None:
    descriptor = os.open(path, how)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

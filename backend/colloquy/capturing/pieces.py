"""The pieces of a recording on disk: numbered files, each whole and safe once it is there."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from uuid import UUID

from colloquy.core.errors import Conflict
from colloquy.core.settings import Settings

DIGITS = 6


class Pieces:
    """The folder of one recording of a room."""

    def __init__(self, settings: Settings, room_id: UUID) -> None:
        self.folder = settings.recordings_folder / "rooms" / room_id.hex

    def path(self, number: int) -> Path:
        """Where a piece lies, or will."""
        return self.folder / f"{number:0{DIGITS}}.piece"

    def keep(self, number: int, sound: bytes) -> bool:
        """Put a piece on disk, so that neither a crash nor a power cut takes it away.

        False where this very piece was there before; other sound under its number is refused.
        """
        path = self.path(number)
        if path.exists():
            if path.read_bytes() != sound:
                raise Conflict(
                    f"Piece {number} of this recording is here already with other sound, so this "
                    "one was not stored. Nothing that was stored before has changed."
                )
            return False
        self.folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            file.write(sound)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return True

    def numbers(self) -> list[int]:
        """The pieces that are there, in order."""
        return sorted(int(path.stem) for path in self.folder.glob("*.piece"))

    def missing(self, count: int) -> list[int]:
        """Which of so many pieces are not there."""
        return sorted(set(range(count)) - set(self.numbers()))

    def read(self) -> Iterator[bytes]:
        """The sound of all pieces in order, one piece at a time."""
        for number in self.numbers():
            yield self.path(number).read_bytes()

    def forget(self) -> None:
        """Remove them: they are in a recording."""
        rmtree(self.folder, ignore_errors=True)

"""Voices that a program outside told apart, read from RTTM files in a folder.

RTTM is what diarizers write: a line a turn, with its start, its length and a name such as
SPEAKER_00. Those names say who is the same, never who it is, so they come as “Speaker A?” until
a person says whose voice it is.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from string import ascii_uppercase

from colloquy.methods.floor import FloorTurn
from colloquy.recordings.errors import TranscriptUnreadable
from colloquy.recordings.voices.spoken import Spoken, Who

# type, file, channel, start, length, …, and the name in the eighth place
START, LENGTH, NAME = 3, 4, 7


class RttmFolder:
    """A folder of RTTM files, each named as its recording; a `Diarizer`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def turns(self, names: Sequence[str]) -> Spoken | None:
        """Who spoke when, from the first file of one of these names; None where there is none."""
        for name in names:
            path = self._folder / f"{Path(name).stem}.rttm"
            if path.is_file():
                return read_rttm(path.read_text(encoding="utf-8", errors="replace"))
        return None


def read_rttm(text: str) -> Spoken:
    """The turns of an RTTM file, its voices called Speaker A?, Speaker B? in the order they speak."""
    turns = sorted(_turns(text), key=lambda turn: turn.start)
    keys = dict.fromkeys(turn.speaker_id for turn in turns)
    return Spoken(turns, {key: Who(f"Speaker {_letters(n)}?") for n, key in enumerate(keys)})


def _turns(text: str) -> Iterator[FloorTurn]:
    for number, line in enumerate(text.splitlines(), 1):
        parts = line.split()
        if not parts or parts[0] != "SPEAKER":
            continue
        try:
            start, length = float(parts[START]), float(parts[LENGTH])
            yield FloorTurn(parts[NAME], start, start + length)
        except (IndexError, ValueError) as error:
            raise TranscriptUnreadable(
                f"Line {number} of the RTTM file cannot be read: a turn has a start, a length and "
                "a name. Nothing was changed. Write it again with the diarizer."
            ) from error


def _letters(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters

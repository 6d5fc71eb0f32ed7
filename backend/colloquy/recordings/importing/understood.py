"""What was understood of a transcript's file, as plain data."""

from collections.abc import Sequence
from dataclasses import dataclass

from colloquy.recordings.transcript import Segment


@dataclass(frozen=True, slots=True)
class Understood:
    """The passages of a file in order, and in a sentence each what was not understood, and why.

    `is_timed` is false where the file says no times; its passages then begin and end at 0.
    """

    form: str
    passages: Sequence[Segment]
    doubts: Sequence[str]
    is_timed: bool

    @property
    def speakers(self) -> list[str]:
        """The names found, in the order in which they first speak."""
        return list(dict.fromkeys(each.speaker for each in self.passages if each.speaker))


def count(number: int, one: str, many: str) -> str:
    """A number with what there is so many of, and its verb."""
    return f"{number} {one if number == 1 else many}"

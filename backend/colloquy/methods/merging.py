"""Two people's changes to the same words, put together where they do not touch."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from colloquy.methods.differences import compare


@dataclass(frozen=True, slots=True)
class _Change:
    """base[start:end] becomes `text`."""

    start: int
    end: int
    text: str


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Both changes of a text in one, or None where they meet: then a person must choose."""
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    own, other = list(_changes(base, mine)), list(_changes(base, theirs))
    both = sorted({*own, *other}, key=lambda change: (change.start, change.end))
    for first, second in pairwise(both):
        # neighbours are a person's business too: each was written without the other in view
        if not base[first.end : second.start].strip():
            return None
    parts: list[str] = []
    at = 0
    for change in both:
        parts += [base[at : change.start], change.text]
        at = change.end
    return "".join([*parts, base[at:]])


def carried_place(before: str, after: str, place: int) -> int:
    """Where a place between two words of a text stands after a change."""
    old = new = 0
    for piece in compare(before, after):
        if piece.kind == "same":
            if old <= place <= old + len(piece.text):
                return new + place - old
            old, new = old + len(piece.text), new + len(piece.text)
        elif piece.kind == "gone":
            old += len(piece.text)
        else:
            new += len(piece.text)
        if old > place:
            return new
    return new


def _changes(base: str, changed: str) -> Iterator[_Change]:
    at = 0
    gone, new = "", ""
    for piece in [*compare(base, changed), None]:
        if piece is not None and piece.kind == "gone":
            gone += piece.text
        elif piece is not None and piece.kind == "new":
            new += piece.text
        else:
            if gone or new:
                yield _Change(at, at + len(gone), new)
                at += len(gone)
            gone, new = "", ""
            at += len(piece.text) if piece else 0

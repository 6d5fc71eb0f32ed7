"""The signs of the notation: arrows, brackets, and the backslash that makes a sign plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from colloquy.methods.notation.tags import DASHES, Misfit, Tag, read_tag

ARROWS = "→⇒⟶⟹➔➜➞►"
ARROW = rf"(?:[{ARROWS}]|[{DASHES}]{{1,3}}>|={{1,3}}>)"

_ESCAPABLE = "!-/:-@\\[-`{-~" + DASHES[1:] + ARROWS + "•·‣"
_ESCAPE = re.compile(rf"\\([{_ESCAPABLE}])")
_BACKSLASH = re.compile(rf"\\(?=[{_ESCAPABLE}])")
_SIGN = re.compile(rf"\\[{_ESCAPABLE}]|[()]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracketed part, its brackets included, and what it says as a tag (None: ordinary words)."""

    start: int
    end: int
    reading: Tag | Misfit | None


class UnclosedBracketError(ValueError):
    """A bracket at a position is opened and never closed."""

    def __init__(self, position: int) -> None:
        """Keep the position of the bracket."""
        super().__init__(position)
        self.position = position


def brackets(text: str, start: int, end: int) -> Iterator[Bracket]:
    """Yield the outermost brackets of a part of a text; a closing one alone is ordinary words."""
    opened: list[int] = []
    for sign in _SIGN.finditer(text, start, end):
        if sign[0] == "(":
            opened.append(sign.start())
        elif sign[0] == ")" and opened:
            first = opened.pop()
            if not opened:
                yield Bracket(first, sign.end(), read_tag(text[first + 1 : sign.start()]))
    if opened:
        raise UnclosedBracketError(opened[0])


def unescape(words: str) -> str:
    """Take out the backslashes that made signs plain text."""
    return _ESCAPE.sub(r"\1", words)


def escape(words: str) -> str:
    """Put a backslash before what the reader would take for notation, and nothing else."""
    words = _BACKSLASH.sub(r"\\\\", words)
    words = re.sub(ARROW, lambda arrow: "\\" + arrow[0], words)
    return words.replace("(", "\\(") if _has_tag(words) else words


def _has_tag(words: str) -> bool:
    try:
        return any(bracket.reading is not None for bracket in brackets(words, 0, len(words)))
    except UnclosedBracketError:
        return True

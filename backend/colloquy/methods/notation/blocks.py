"""Where one configuration ends and the next begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from colloquy.methods.notation.elements import Kind
from colloquy.methods.notation.scanner import ARROW, UnclosedBracketError, brackets
from colloquy.methods.notation.tags import Tag

MARKER = re.compile(
    r"\s*(?:"
    r"(?:CMOCs?|CMOs?|configuration)(?:[ ]?\d{1,3}[a-z]?)?[ ]?(?:[.:)]|(?=\s*$))"
    r"|\(?\d{1,3}[a-z]?[.:)]"
    r"|[-*•·‣–—]"
    r")(?=\s|$)\s*",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    rf"\s*(?:{ARROW}|[+=&,;]|(?:and|which|then|because|so|but|leading|leads)\b)", re.IGNORECASE
)
_ENDS_IN_TAG = re.compile(r"\)[\s.;]*")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, half-open, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    is_blank: bool
    is_marked: bool


def configuration_spans(text: str) -> list[Span]:
    """Cut a text into its configurations, numbers and bullets left out."""
    spans = [whole for block in _blocks(text) for whole in _one_to_a_line(text, block)]
    return [span for span in spans if text[span.start : span.end].strip()]


def _blocks(text: str) -> Iterator[list[Span]]:
    """Group the lines between blank lines and markers."""
    block: list[Span] = []
    for line in _lines(text):
        if block and (line.is_blank or line.is_marked):
            yield block
            block = []
        if not line.is_blank:
            block.append(line.span)
    if block:
        yield block


def _lines(text: str) -> Iterator[_Line]:
    for found in re.finditer(r"[^\n]*(?:\n|$)", text):
        marker = MARKER.match(text, found.start(), found.end())
        start = marker.end() if marker else found.start()
        yield _Line(Span(start, found.end()), not found[0].strip(), marker is not None)


def _one_to_a_line(text: str, block: list[Span]) -> list[Span]:
    """Split a block where lines are whole configurations, and leave wrapped lines together."""
    pieces = [block[0]]
    for line in block[1:]:
        last = pieces[-1]
        continues = _CONTINUES.match(text, line.start, line.end) is not None
        if _is_whole(text, last) and not continues:
            pieces.append(line)
        else:
            pieces[-1] = Span(last.start, line.end)
    if len(pieces) > 1 and not _is_whole(text, pieces[-1]):
        pieces[-2:] = [Span(pieces[-2].start, pieces[-1].end)]
    return pieces


def _is_whole(text: str, span: Span) -> bool:
    """Claim that a part ends in a tag and has an outcome and something that leads to it."""
    try:
        found = list(brackets(text, span.start, span.end))
    except UnclosedBracketError:
        return False
    kinds = {bracket.reading.kind for bracket in found if isinstance(bracket.reading, Tag)}
    if Kind.OUTCOME not in kinds or len(kinds) == 1:
        return False
    last = found[-1]
    rest = text[last.end - 1 : span.end]
    return isinstance(last.reading, Tag) and _ENDS_IN_TAG.fullmatch(rest) is not None

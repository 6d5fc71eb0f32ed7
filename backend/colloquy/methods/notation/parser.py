"""Reads configurations as papers print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from colloquy.methods.notation.blocks import Span, configuration_spans
from colloquy.methods.notation.elements import (
    Configuration,
    Element,
    NotationError,
    Polarity,
)
from colloquy.methods.notation.scanner import (
    ARROW,
    Bracket,
    UnclosedBracketError,
    brackets,
    unescape,
)
from colloquy.methods.notation.tags import EXAMPLES, Misfit, Tag, unknown_tag

_JOINT = re.compile(rf"\s*[.,;:]?\s*(?:{ARROW}|[+=&]|(?:and|which|then)\b)?", re.IGNORECASE)
_LEAD = re.compile(r"\s*(?:in the contexts? of\b)?", re.IGNORECASE)
_END = re.compile(r"[\s.,;:]*")
_ARROW = re.compile(ARROW)


@dataclass(frozen=True, slots=True)
class _Step:
    """A tag and the words before it, still in the shape of the input."""

    tag: Tag
    words: str


def parse(text: str) -> list[Configuration]:
    r"""Read every configuration of a text, in order; raise NotationError at the first mistake.

    Configurations are separated by blank lines, by numbers or bullets ("CMOC 1:", "1.", "-"), or
    stand one to a line; one may be wrapped over several lines. Connectives at the joints are
    dropped (one arrow, sign or "and", "which", "then", and a leading "In the context of"); words
    inside an element stay as they are. A backslash makes the sign after it plain text: `\(C)`.
    """
    spans = configuration_spans(text)
    if not spans:
        raise NotationError(
            1, 1, f"There is nothing to read. Write an element and its tag, one of {EXAMPLES}."
        )
    return [_configuration(text, span) for span in spans]


def _configuration(text: str, span: Span) -> Configuration:
    steps = list(_steps(text, span))
    has_signs = any(step.tag.polarity is not None for step in steps)
    return tuple(
        Element(step.tag.kind, _polarity(step.tag, has_signs), step.words) for step in steps
    )


def _polarity(tag: Tag, has_signs: bool) -> Polarity | None:
    """Read `M- Rea` as a minus only where the configuration writes signs elsewhere."""
    return Polarity.MINUS if tag.loose_dash and has_signs else tag.polarity


def _steps(text: str, span: Span) -> Iterator[_Step]:
    joint = _LEAD
    at = span.start
    for bracket in _brackets(text, span):
        if bracket.reading is None:
            continue
        begin = _after(joint, text, at, span)
        _refuse_untagged_arrow(text, Span(begin, bracket.start))
        if isinstance(bracket.reading, Misfit):
            raise _error(text, bracket.start, bracket.reading.problem)
        words = unescape(text[begin : bracket.start])
        if not words.strip():
            raise _error(
                text,
                bracket.start,
                f"The tag {text[bracket.start : bracket.end]} has no words before it. "
                "Write what it stands for in front of it.",
            )
        yield _Step(bracket.reading, words)
        at, joint = bracket.end, _JOINT
    _refuse_untagged_end(text, Span(at, span.end), is_first=joint is _LEAD)


def _brackets(text: str, span: Span) -> Iterator[Bracket]:
    try:
        yield from brackets(text, span.start, span.end)
    except UnclosedBracketError as unclosed:
        raise _error(
            text,
            unclosed.position,
            "This bracket is opened and never closed. Close it with “)”, or put a backslash before "
            "it if it is meant to stand alone.",
        ) from None


def _refuse_untagged_arrow(text: str, words: Span) -> None:
    """Raise at an arrow that follows words without a tag."""
    for arrow in _ARROW.finditer(text, words.start, words.end):
        if text[arrow.start() - 1 : arrow.start()] == "\\":
            continue
        before = text[words.start : arrow.start()]
        _refuse_unknown_tag(text, words.start, before)
        problem = (
            f"The words before this arrow have no tag. Put one of {EXAMPLES} after them."
            if before.strip()
            else "There is nothing before this arrow. Write an element and its tag in front of it."
        )
        raise _error(text, arrow.start(), problem)


def _refuse_untagged_end(text: str, rest: Span, *, is_first: bool) -> None:
    """Raise when anything but punctuation follows the last tag."""
    begin = rest.start if is_first else _after(_END, text, rest.start, rest)
    after_joint = begin if is_first else _after(_JOINT, text, begin, rest)
    _refuse_untagged_arrow(text, Span(after_joint, rest.end))
    words = text[after_joint : rest.end]
    if words.strip():
        _refuse_unknown_tag(text, after_joint, words)
        raise _error(
            text,
            after_joint + len(words) - len(words.lstrip()),
            f"These words have no tag after them. Put one of {EXAMPLES} at their end, "
            "or take them out.",
        )
    if after_joint > begin:
        raise _error(
            text,
            begin,
            "Nothing follows this joint. Write the next element and its tag, "
            "or take the joint out.",
        )


def _refuse_unknown_tag(text: str, start: int, words: str) -> None:
    """Raise when words end in a bracket where only a tag could stand."""
    trimmed = words.rstrip(" \t\r\n.,;:")
    last = _last_bracket(trimmed)
    if last:
        inside = trimmed[last.start + 1 : last.end - 1]
        raise _error(text, start + last.start, unknown_tag(inside).problem)


def _last_bracket(words: str) -> Bracket | None:
    """Find the bracket that words end in; one that an arrow cuts in two is none."""
    try:
        found = [part for part in brackets(words, 0, len(words)) if part.end == len(words)]
    except UnclosedBracketError:
        return None
    return found[0] if found else None


def _after(pattern: re.Pattern[str], text: str, at: int, span: Span) -> int:
    match = pattern.match(text, at, span.end)
    return match.end() if match else at


def _error(text: str, position: int, problem: str) -> NotationError:
    line_start = text.rfind("\n", 0, position) + 1
    return NotationError(text.count("\n", 0, position) + 1, position - line_start + 1, problem)

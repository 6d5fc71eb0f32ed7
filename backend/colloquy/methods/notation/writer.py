"""Writes a configuration in the notation, and tells it in a sentence."""

import re
from collections.abc import Sequence
from itertools import groupby

from colloquy.methods.notation.blocks import MARKER
from colloquy.methods.notation.elements import Configuration, Element, Kind
from colloquy.methods.notation.names import uncapitalised
from colloquy.methods.notation.scanner import escape

_LEAD = re.compile(r"in the contexts? of\b", re.IGNORECASE)
_LEG = {Kind.CONTEXT: "C", Kind.RESOURCE: "M", Kind.REASONING: "M", Kind.OUTCOME: "O"}


def format(configuration: Configuration) -> str:
    """Write a configuration as Colloquy prints it; `parse` reads back exactly the same elements."""
    legs = groupby(configuration, key=lambda element: _LEG[element.kind])
    written = " → ".join(" and ".join(map(_written, leg)) for _, leg in legs)
    return _plain_start(written)


def sentence(configuration: Configuration) -> str:
    """Tell a configuration in plain English: if (context) then (resource, outcome) because (reasoning).

    A leg that is missing is left out, and what is left still makes a sentence.
    """
    contexts = _told(configuration, Kind.CONTEXT)
    reasoning = _told(configuration, Kind.REASONING)
    effects = _told(configuration, Kind.RESOURCE, Kind.OUTCOME)
    because = f", because {reasoning}" if reasoning else ""
    if contexts and effects:
        return _finished(f"if {contexts}, then {effects}{because}")
    if contexts and reasoning:
        return _finished(f"if {contexts}, then {reasoning}")
    if contexts:
        return _finished(f"it depends on this: {contexts}")
    return _finished(f"{effects}{because}" if effects else reasoning)


def _written(element: Element) -> str:
    leg = _LEG[element.kind]
    kind = f", {element.kind}" if leg == "M" else ""
    return f"{escape(element.text)} ({leg}{element.polarity or ''}{kind})"


def _plain_start(written: str) -> str:
    """Keep a beginning that looks like a bullet, a number or the usual lead from being dropped."""
    if marker := MARKER.match(written):
        sign = 0 if written.startswith("(") else len(marker[0].rstrip()) - 1
        return f"{written[:sign]}\\{written[sign:]}"
    if _LEAD.match(written):
        return f"In the context of {written}"
    return written


def _told(configuration: Configuration, *kinds: Kind) -> str:
    """Join the texts of some kinds, kind by kind, so that each can be told from the next."""
    texts = [
        uncapitalised(element.text.rstrip(" .;,"))
        for kind in kinds
        for element in configuration
        if element.kind is kind
    ]
    return _joined(texts)


def _joined(texts: Sequence[str]) -> str:
    if len(texts) < 2:
        return "".join(texts)
    separator = "; " if any("," in text for text in texts) else ", "
    tail = f"{separator}and " if separator == "; " else " and "
    return separator.join(texts[:-1]) + tail + texts[-1]


def _finished(words: str) -> str:
    if not words:
        return ""
    end = "" if words[-1] in "?!…" else "."
    return words[0].upper() + words[1:] + end

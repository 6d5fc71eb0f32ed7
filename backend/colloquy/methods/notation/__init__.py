"""The notation of context–mechanism–outcome configurations: read it, write it, tell it.

The language is that of published realist work; `tags` says what a tag may look like, `parser` how
configurations and elements are told apart, `writer` what Colloquy itself prints.
"""

from colloquy.methods.notation.elements import (
    Configuration,
    Element,
    Kind,
    NotationError,
    Polarity,
)
from colloquy.methods.notation.parser import parse
from colloquy.methods.notation.writer import format, sentence

__all__ = [
    "Configuration",
    "Element",
    "Kind",
    "NotationError",
    "Polarity",
    "format",
    "parse",
    "sentence",
]

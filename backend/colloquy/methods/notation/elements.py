"""What a configuration is made of, and how its notation can be wrong."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The part an element plays; a mechanism is a resource offered or the reasoning it meets."""

    CONTEXT = "context"
    RESOURCE = "resource"
    REASONING = "reasoning"
    OUTCOME = "outcome"


class Polarity(StrEnum):
    """Whether an element is present or favourable, or absent or unfavourable."""

    PLUS = "+"
    MINUS = "-"


@dataclass(frozen=True, slots=True)
class Element:
    """One leg of a configuration; runs of white space become one space, and text is never blank."""

    kind: Kind
    polarity: Polarity | None
    text: str

    def __post_init__(self) -> None:
        """Keep the text as the notation can carry it; raise ValueError when nothing is left."""
        text = " ".join(self.text.split())
        if not text:
            raise ValueError("An element of a configuration needs words.")
        object.__setattr__(self, "text", text)


Configuration = tuple[Element, ...]


class NotationError(ValueError):
    """Notation that cannot be read: where (both from 1, columns in code points) and what to do."""

    def __init__(self, line: int, column: int, problem: str) -> None:
        """Keep the place apart from the sentence, so that an editor can mark it."""
        super().__init__(line, column, problem)
        self.line = line
        self.column = column
        self.problem = problem

    def __str__(self) -> str:
        """Give the place and the problem in one sentence."""
        return f"Line {self.line}, column {self.column}: {self.problem}"

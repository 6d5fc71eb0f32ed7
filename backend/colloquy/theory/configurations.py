"""Configurations as they are sent, read, and told: between schemas, rows and notation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from colloquy.core.errors import FieldProblem, Invalid
from colloquy.methods import notation
from colloquy.theory.models import CmocElement, Level, Presence
from colloquy.theory.schemas import CmocIn, ElementIn, Told, ToldElement


@dataclass(frozen=True, slots=True)
class Written:
    """A configuration to be stored, whichever way it was sent."""

    elements: notation.Configuration
    level: Level | None
    tells_of: Presence


def read_notation(text: str, path: str = "notation") -> list[notation.Configuration]:
    """Every configuration of a text; a mistake is `Invalid` with `path:line:column`."""
    try:
        return notation.parse(text)
    except notation.NotationError as error:
        where = FieldProblem(f"{path}:{error.line}:{error.column}", str(error))
        raise Invalid(
            "The notation cannot be read yet. Nothing has been changed.", [where]
        ) from error


def read_cmocs(given: Sequence[CmocIn]) -> list[Written]:
    """The configurations that were sent, in order; notation may hold more than one."""
    return [
        Written(elements, cmoc.level, cmoc.tells_of)
        for index, cmoc in enumerate(given)
        for elements in _configurations(cmoc, f"cmocs.{index}.notation")
    ]


def make_configuration(elements: Iterable[ElementIn | CmocElement]) -> notation.Configuration:
    """Elements as the notation knows them."""
    return tuple(
        notation.Element(
            notation.Kind(element.kind),
            notation.Polarity(element.polarity) if element.polarity else None,
            element.text,
        )
        for element in elements
    )


def tell(configuration: notation.Configuration) -> Told:
    """A configuration as elements, as notation and as a plain sentence."""
    return Told(
        elements=[
            ToldElement(kind=element.kind, polarity=element.polarity, text=element.text)
            for element in configuration
        ],
        notation=notation.format(configuration),
        sentence=notation.sentence(configuration),
    )


def _configurations(cmoc: CmocIn, path: str) -> list[notation.Configuration]:
    if cmoc.elements:
        return [make_configuration(cmoc.elements)]
    return read_notation(cmoc.notation, path)

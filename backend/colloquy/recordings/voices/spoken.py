"""Who spoke when, whatever it is known from: the one shape that every source of voices gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol
from uuid import UUID

from colloquy.methods.floor import AgendaSpan, FloorTurn


@dataclass(frozen=True, slots=True)
class Who:
    """A voice: the name shown, and which member it is where that is known."""

    label: str
    member_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """Turns of voices by their keys, and what was under discussion, in seconds of the recording."""

    turns: Sequence[FloorTurn] = ()
    voices: Mapping[str, Who] = field(default_factory=dict[str, Who])
    spans: Sequence[AgendaSpan] = ()

    def about(self, other: "Spoken") -> "Spoken":
        """The same voices with what another source knows of the subject."""
        return replace(self, spans=other.spans)


class Diarizer(Protocol):
    """Something outside that told voices apart; their names are for a person to confirm."""

    def turns(self, names: Sequence[str]) -> Spoken | None:
        """Who spoke when in the recording that goes by one of these names; None if it is not known."""
        ...

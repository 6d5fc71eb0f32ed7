"""What others may need to know about codings."""

from dataclasses import dataclass
from uuid import UUID

from colloquy.access.actor import Actor


@dataclass(frozen=True, slots=True)
class CodingRemoving:
    """A coding is about to be taken away or to say something else; whoever cites it refuses."""

    actor: Actor
    coding_id: UUID

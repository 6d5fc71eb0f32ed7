"""What others may need to know about documents."""

from dataclasses import dataclass
from uuid import UUID

from colloquy.access.actor import Actor


@dataclass(frozen=True, slots=True)
class SegmentEdited:
    """The words of a segment were changed."""

    segment_id: UUID
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DocumentClearing:
    """A document is about to lose all its segments; a handler that needs them refuses."""

    document_id: UUID


@dataclass(frozen=True, slots=True)
class DocumentChanged:
    """Passages of a document say something else, or are somebody else's; told once a request."""

    document_id: UUID


@dataclass(frozen=True, slots=True)
class VoiceNaming:
    """A voice of a document is about to be a member's; a handler that knows better refuses."""

    document_id: UUID
    member_id: UUID


@dataclass(frozen=True, slots=True)
class SegmentDivided:
    """A segment became two; what stood from `rest` on now begins the second, with place 0."""

    first_id: UUID
    second_id: UUID
    before: str
    at: int
    rest: int


@dataclass(frozen=True, slots=True)
class SegmentsUniting:
    """A segment is about to become part of the one before it, its words `shift` places later."""

    actor: Actor
    first_id: UUID
    second_id: UUID
    text: str
    shift: int


@dataclass(frozen=True, slots=True)
class MasksChanged:
    """Other words of a study are masked than before; whatever has left it is written afresh."""

    study_id: UUID

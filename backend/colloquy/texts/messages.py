"""What others may need to know about documents."""

from dataclasses import dataclass
from uuid import UUID


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

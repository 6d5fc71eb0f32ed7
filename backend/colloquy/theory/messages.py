"""What others may need to know about the theory."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class EdgeRemoving:
    """A link of the lineage is about to be taken away; whoever drew it by a decision refuses."""

    edge_id: UUID

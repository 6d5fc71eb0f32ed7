"""What happens around a comment, for the features above that own its place or cite its words."""

from dataclasses import dataclass
from uuid import UUID

from colloquy.access.actor import Actor


@dataclass(frozen=True, slots=True)
class CommentOffered:
    """Somebody is about to comment in a round or meeting.

    Whoever owns the place refuses what cannot be said there: it is not open, the member was not
    asked, the target is not part of it.
    """

    actor: Actor
    place: str
    place_id: UUID
    target: str
    target_id: UUID
    version_id: UUID | None


@dataclass(frozen=True, slots=True)
class CommentMade:
    """A comment was made; its words are a document from now on."""

    comment_id: UUID
    study_id: UUID
    member_id: UUID
    place: str
    place_id: UUID | None
    target: str
    target_id: UUID
    text: str
    stance: str | None


@dataclass(frozen=True, slots=True)
class CommentChanging:
    """Its writer is about to change a comment or take it back; whoever relies on it refuses.

    `takes_back` is true where nobody will read it any more.
    """

    actor: Actor
    comment_id: UUID
    document_id: UUID
    place: str
    place_id: UUID | None
    takes_back: bool

"""What comes in and goes out about comments on their way to the panel."""

from uuid import UUID

from pydantic import BaseModel, Field

from colloquy.comments.models import CommentStanding, Stance, Withholding
from colloquy.rounds.schemas import RoundBrief


class WriterRead(BaseModel):
    """Who said something, as the panel may know it.

    In a pseudonymous round the name is one such as “Carers 37”. There is no group where the group
    alone could point at somebody.
    """

    name: str
    is_pseudonym: bool
    group_id: UUID | None


class ReleasedComment(BaseModel):
    """What somebody said about an item, as the panel reads it; `quote` are the words they chose.

    `is_reworded` where a facilitator changed the words.
    """

    id: UUID
    writer: WriterRead
    stance: Stance | None
    quote: str
    text: str
    is_reworded: bool
    is_mine: bool


class ModeratedComment(BaseModel):
    """A comment as moderators see it, with its writer as the panel would know them.

    `words` are those that the panel reads or would read, `text` the writer's own. `is_open` is
    false where the reader cannot decide: it is their own, or the next round has opened with it.
    """

    id: UUID
    writer: WriterRead
    stance: Stance | None
    quote: str
    text: str
    words: str
    standing: CommentStanding
    withheld_for: Withholding | None
    reason: str
    decided_by: str | None
    is_mine: bool
    is_open: bool


class CommentedItem(BaseModel):
    """An item with what was said about it, in the order of saying."""

    item_id: UUID
    title: str
    comments: list[ModeratedComment]


class CommentQueue(RoundBrief):
    """Every comment of a closed round by item, and how many wait, are released and withheld.

    `releasable` of them the reader can release at one go, naming the `stamp`. `carried_into` is the
    following round that has opened; what was said about its items is no longer decided about.
    """

    waiting: int
    released: int
    withheld: int
    releasable: int
    stamp: str
    carried_into: str | None
    items: list[CommentedItem]


class CommentRelease(BaseModel):
    """Release everything that waits, as it was when the moderator looked."""

    stamp: str = Field(max_length=64)

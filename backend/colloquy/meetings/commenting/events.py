"""What the log says of comments."""

from typing import Literal, TypeAlias
from uuid import UUID

from colloquy.meetings.facts import Event

Mark: TypeAlias = Literal["to_raise", "raised"]


class CommentArrived(Event):
    """A comment was written on what is discussed; its words are read where comments are read."""

    type: Literal["comment_arrived"]
    comment_id: UUID
    target_id: UUID


class CommentMarked(Event):
    """The chair means to raise a comment, has raised it, or no longer means to."""

    type: Literal["comment_marked"]
    comment_id: UUID
    mark: Mark | None


CommentingEvent = CommentArrived | CommentMarked

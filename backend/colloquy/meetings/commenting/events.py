"""What the log says of comments."""

from typing import Literal
from uuid import UUID

from colloquy.meetings.facts import Event


class CommentArrived(Event):
    """A comment was written on what is discussed; its words are read where comments are read."""

    type: Literal["comment_arrived"]
    comment_id: UUID
    target_id: UUID


CommentingEvent = CommentArrived

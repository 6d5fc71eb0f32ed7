"""What goes out about comments in a meeting, and the chair's mark on one."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from colloquy.comments.models import Stance
from colloquy.meetings.commenting.events import Mark
from colloquy.meetings.schemas import Command


class MeetingComment(BaseModel):
    """A comment made in the meeting, with its author's name as everybody there sees it."""

    id: UUID
    member_id: UUID
    name: str
    target_id: UUID
    version_id: UUID | None
    stance: Stance | None
    text: str
    quote: str | None
    made_at: datetime


class MarkComment(Command):
    """Mark a comment as to be raised or as raised, or take the mark away."""

    type: Literal["mark_comment"]
    comment_id: UUID
    mark: Mark | None


CommentingCommand = MarkComment

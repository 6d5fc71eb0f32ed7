"""What goes out about comments in a meeting."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from colloquy.comments.models import Stance


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

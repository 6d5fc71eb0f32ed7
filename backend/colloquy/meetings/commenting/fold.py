"""How much was written about what."""

from typing import Any
from uuid import UUID

from colloquy.meetings.commenting.events import CommentArrived
from colloquy.meetings.facts import Changes, Fact, Steps


class CommentingPart(Fact):
    """How many comments arrived, by what they are about."""

    comments: dict[UUID, int]


BEGINNING: dict[str, Any] = {"comments": {}}


def _count_comment(state: CommentingPart, event: CommentArrived) -> Changes:
    count = state.comments.get(event.target_id, 0) + 1
    return {"comments": state.comments | {event.target_id: count}}


STEPS: Steps = {
    "comment_arrived": _count_comment,
}

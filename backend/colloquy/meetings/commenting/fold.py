"""How much was written about what, and what of it the chair means to raise."""

from typing import Any
from uuid import UUID

from colloquy.meetings.commenting.events import CommentArrived, CommentMarked, Mark
from colloquy.meetings.facts import Changes, Fact, Steps


class CommentingPart(Fact):
    """How many comments arrived, by what they are about, and the chair's marks on some."""

    comments: dict[UUID, int]
    marks: dict[UUID, Mark]


BEGINNING: dict[str, Any] = {"comments": {}, "marks": {}}


def _count_comment(state: CommentingPart, event: CommentArrived) -> Changes:
    count = state.comments.get(event.target_id, 0) + 1
    return {"comments": state.comments | {event.target_id: count}}


def _mark_comment(state: CommentingPart, event: CommentMarked) -> Changes:
    others = {one: mark for one, mark in state.marks.items() if one != event.comment_id}
    return {"marks": others | ({event.comment_id: event.mark} if event.mark else {})}


STEPS: Steps = {
    "comment_arrived": _count_comment,
    "comment_marked": _mark_comment,
}

"""The chair's marks on comments, written as one event each."""

from colloquy.core.errors import Conflict, NotFound
from colloquy.meetings.commenting import queries
from colloquy.meetings.commenting.schemas import MarkComment
from colloquy.meetings.log import Said
from colloquy.meetings.scene import Handlers, Scene


async def _mark(scene: Scene, command: MarkComment) -> Said:
    if scene.state.marks.get(command.comment_id) == command.mark:
        raise Conflict("This comment is marked so already.")
    comments = await queries.comments(scene.session, scene.meeting.study_id, scene.meeting.id)
    if command.comment_id not in {comment.id for comment, _ in comments}:
        raise NotFound("This comment was not made in this meeting, or it was taken back.")
    return Said("comment_marked", {"comment_id": command.comment_id, "mark": command.mark})


HANDLERS: Handlers = {"mark_comment": _mark}

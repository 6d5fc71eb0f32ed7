"""The commands of polls: checked against the state, written as one event each."""

from colloquy.core.errors import Conflict, NotFound
from colloquy.meetings.log import Said
from colloquy.meetings.polling import service as polls
from colloquy.meetings.polling.schemas import ClosePoll, OpenPoll
from colloquy.meetings.scene import Handlers, Scene


async def _open_poll(scene: Scene, command: OpenPoll) -> Said:
    if scene.state.open_poll:
        raise Conflict("A poll is open already. Close it before you open the next one.")
    if command.item_id and scene.state.item(command.item_id) is None:
        raise NotFound("This point is not on the agenda.")
    question = await polls.open_poll(scene.session, scene.meeting, command)
    return Said("poll_opened", {"poll": question})


async def _close_poll(scene: Scene, command: ClosePoll) -> Said:
    poll = next((poll for poll in scene.state.polls if poll.id == command.poll_id), None)
    if poll is None:
        raise NotFound("There is no such poll in this meeting.")
    if poll.closed_at:
        raise Conflict("This poll has been closed already.")
    result = await polls.close_poll(scene.session, scene.meeting, command.poll_id)
    return Said("poll_closed", {"poll_id": command.poll_id, "result": result})


HANDLERS: Handlers = {
    "open_poll": _open_poll,
    "close_poll": _close_poll,
}

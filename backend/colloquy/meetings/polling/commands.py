"""The commands of polls: checked against the state, written as one event each."""

from uuid import UUID

from colloquy.core.errors import Conflict, NotFound
from colloquy.meetings.log import Said
from colloquy.meetings.polling import service as polls
from colloquy.meetings.polling.fold import PollState
from colloquy.meetings.polling.schemas import ClosePoll, OpenPoll, ReleasePoll
from colloquy.meetings.scene import Handlers, Scene


async def _open_poll(scene: Scene, command: OpenPoll) -> Said:
    if scene.state.open_poll:
        raise Conflict("A poll is open already. Close it before you open the next one.")
    if command.item_id and scene.state.item(command.item_id) is None:
        raise NotFound("This point is not on the agenda.")
    question = await polls.open_poll(scene.session, scene.meeting, command)
    return Said("poll_opened", {"poll": question})


async def _close_poll(scene: Scene, command: ClosePoll) -> Said:
    if _find(scene, command.poll_id).closed_at:
        raise Conflict("This poll has been closed already.")
    closed = await polls.close_poll(scene.session, scene.settings, scene.meeting, command.poll_id)
    return Said("poll_closed", closed)


async def _release_poll(scene: Scene, command: ReleasePoll) -> Said:
    poll = _find(scene, command.poll_id)
    if poll.closed_at is None:
        raise Conflict("This poll is still open. Close it first; then show what came of it.")
    if poll.released_at:
        raise Conflict("Everybody sees what came of this poll already.")
    result = await polls.release_poll(scene.session, scene.meeting, command.poll_id)
    return Said("poll_released", {"poll_id": command.poll_id, "result": result})


def _find(scene: Scene, poll_id: UUID) -> PollState:
    poll = scene.state.poll(poll_id)
    if poll is None:
        raise NotFound("There is no such poll in this meeting.")
    return poll


HANDLERS: Handlers = {
    "open_poll": _open_poll,
    "close_poll": _close_poll,
    "release_poll": _release_poll,
}

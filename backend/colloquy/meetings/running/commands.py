"""The commands that run the agenda: checked against the state, written as one event each."""

from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound
from colloquy.core.events import announce
from colloquy.meetings.attending import attendance, presence
from colloquy.meetings.facts import Attendee
from colloquy.meetings.log import Said
from colloquy.meetings.models import AgendaItem, MeetingState
from colloquy.meetings.planning.service import draft_items
from colloquy.meetings.running.messages import MeetingEnding
from colloquy.meetings.running.schemas import AddItem, EndMeeting, PresentItem, Start
from colloquy.meetings.scene import Handlers, Scene
from colloquy.theory.service import freeze


async def _start(scene: Scene, _command: Start) -> Said:
    scene.meeting.state, scene.meeting.started_at = MeetingState.LIVE, now()
    versions = [item.version_id for item in scene.state.agenda if item.version_id]
    await freeze(scene.session, scene.actor, versions, f"the meeting “{scene.meeting.title}”")
    here = {
        present.id: Attendee(**present.model_dump(exclude={"is_away"}))
        for present in await presence.who_is_here(scene.hub, scene.meeting.id)
    }
    me = scene.actor.member_id
    here.setdefault(me, await attendance.find_attendee(scene.session, me))
    return Said("meeting_started", {"present": list(here.values())})


async def _present(scene: Scene, command: PresentItem) -> Said:
    if scene.state.item(command.item_id) is None:
        raise NotFound("This point is not on the agenda.")
    if scene.state.shown and scene.state.shown.item_id == command.item_id:
        raise Conflict("This point is on show already.")
    return Said("item_presented", {"item_id": command.item_id})


async def _add_item(scene: Scene, command: AddItem) -> Said:
    (drafted,) = await draft_items(scene.session, scene.actor, [command])
    item = AgendaItem(
        meeting_id=scene.meeting.id, position=len(scene.state.agenda), **drafted.model_dump()
    )
    scene.session.add(item)
    await scene.session.flush()
    if item.version_id:
        await freeze(
            scene.session, scene.actor, [item.version_id], f"the meeting “{scene.meeting.title}”"
        )
    return Said("agenda_item_added", {"item": drafted})


async def _end(scene: Scene, _command: EndMeeting) -> Said:
    if scene.state.open_poll:
        raise Conflict("A poll is still open. Close it first, so that every vote is counted.")
    await announce(scene.session, MeetingEnding(scene.meeting))
    scene.meeting.state, scene.meeting.ended_at = MeetingState.ENDED, now()
    return Said("meeting_ended", {})


HANDLERS: Handlers = {
    "start": _start,
    "present": _present,
    "add_item": _add_item,
    "end": _end,
}

"""The commands that run the agenda: checked against the state, written as one event each."""

from datetime import timedelta
from uuid import UUID

from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound
from colloquy.core.events import announce
from colloquy.meetings import queries
from colloquy.meetings.attending import attendance, presence
from colloquy.meetings.facts import Attendee
from colloquy.meetings.log import Said
from colloquy.meetings.models import AgendaItem, MeetingState
from colloquy.meetings.planning.events import AgendaPoint
from colloquy.meetings.planning.service import draft_items
from colloquy.meetings.running.fold import placed
from colloquy.meetings.running.messages import MeetingEnding
from colloquy.meetings.running.schemas import (
    AddItem,
    EndMeeting,
    MoveItem,
    Pause,
    PresentItem,
    PutBackItem,
    Resume,
    SkipItem,
    Start,
    TimeItem,
)
from colloquy.meetings.running.tasks import EndForgotten
from colloquy.meetings.scene import Handlers, Scene
from colloquy.theory.service import freeze


async def _start(scene: Scene, _command: Start) -> Said:
    scene.meeting.state, scene.meeting.started_at = MeetingState.LIVE, now()
    await _freeze(scene, [item.version_id for item in scene.state.agenda if item.version_id])
    here = {
        present.id: Attendee(**present.model_dump(exclude={"is_away"}))
        for present in await presence.who_is_here(scene.hub, scene.meeting.id)
    }
    me = scene.actor.member_id
    here.setdefault(me, await attendance.find_attendee(scene.session, me))
    await jobs.ask(
        scene.session,
        EndForgotten(meeting_id=scene.meeting.id),
        due_at=now() + timedelta(hours=scene.settings.meeting_hours),
    )
    return Said("meeting_started", {"present": list(here.values())})


async def _pause(scene: Scene, _command: Pause) -> Said:
    if scene.state.paused_at:
        raise Conflict("The meeting is paused already.")
    return Said("meeting_paused", {})


async def _resume(scene: Scene, _command: Resume) -> Said:
    if scene.state.paused_at is None:
        raise Conflict("The meeting is not paused.")
    return Said("meeting_resumed", {})


async def _present(scene: Scene, command: PresentItem) -> Said:
    _find(scene, command.item_id)
    if scene.state.shown and scene.state.shown.item_id == command.item_id:
        raise Conflict("This point is on show already.")
    return Said("item_presented", {"item_id": command.item_id})


async def _skip(scene: Scene, command: SkipItem) -> Said:
    _find(scene, command.item_id)
    _expect_to_come(scene, command.item_id, "skipped")
    return Said("item_skipped", {"item_id": command.item_id})


async def _put_back(scene: Scene, command: PutBackItem) -> Said:
    item = _find(scene, command.item_id)
    if scene.state.is_to_come(item.id):
        raise Conflict("This point is to come anyway.")
    await _place(scene, item, command.before)
    return Said("item_put_back", {"item_id": item.id, "before": command.before})


async def _move(scene: Scene, command: MoveItem) -> Said:
    item = _find(scene, command.item_id)
    _expect_to_come(scene, item.id, "moved")
    await _place(scene, item, command.before)
    return Said("agenda_item_moved", {"item_id": item.id, "before": command.before})


async def _time(scene: Scene, command: TimeItem) -> Said:
    item = _find(scene, command.item_id)
    is_shown = scene.state.shown is not None and scene.state.shown.item_id == item.id
    if not is_shown:
        _expect_to_come(scene, item.id, "given another time")
    if item.minutes == command.minutes:
        raise Conflict("This point has so many minutes already.")
    for row in await queries.agenda(scene.session, scene.meeting.id):
        if row.id == item.id:
            row.minutes = command.minutes
            scene.session.add(row)
    return Said("agenda_item_timed", {"item_id": item.id, "minutes": command.minutes})


async def _add_item(scene: Scene, command: AddItem) -> Said:
    (drafted,) = await draft_items(scene.session, scene.actor, [command])
    row = AgendaItem(
        meeting_id=scene.meeting.id, position=len(scene.state.agenda), **drafted.model_dump()
    )
    scene.session.add(row)
    await scene.session.flush()
    await _place(scene, drafted, command.before)
    if drafted.version_id:
        await _freeze(scene, [drafted.version_id])
    return Said("agenda_item_added", {"item": drafted, "before": command.before})


async def _end(scene: Scene, _command: EndMeeting) -> Said:
    if scene.state.open_poll:
        raise Conflict("A poll is still open. Close it first, so that every vote is counted.")
    await announce(scene.session, MeetingEnding(scene.meeting))
    scene.meeting.state, scene.meeting.ended_at = MeetingState.ENDED, now()
    return Said("meeting_ended", {"is_by_clock": False})


def _find(scene: Scene, item_id: UUID) -> AgendaPoint:
    item = scene.state.item(item_id)
    if item is None:
        raise NotFound("This point is not on the agenda.")
    return item


def _expect_to_come(scene: Scene, item_id: UUID, what: str) -> None:
    if not scene.state.is_to_come(item_id):
        raise Conflict(f"Only a point that is still to come can be {what}.")


async def _place(scene: Scene, item: AgendaPoint, before: UUID | None) -> None:
    """Keep the rows of the agenda in the order that the log is about to tell."""
    if before is not None:
        _find(scene, before)
        if before == item.id or not scene.state.is_to_come(before):
            raise Conflict("Choose a place before a point that is still to come, or the end.")
    order = [point.id for point in placed(scene.state.agenda, item, before)]
    for row in await queries.agenda(scene.session, scene.meeting.id):
        row.position = order.index(row.id)
        scene.session.add(row)


async def _freeze(scene: Scene, version_ids: list[UUID]) -> None:
    because = f"the meeting “{scene.meeting.title}”"
    await freeze(scene.session, scene.actor, version_ids, because)


HANDLERS: Handlers = {
    "start": _start,
    "pause": _pause,
    "resume": _resume,
    "present": _present,
    "skip": _skip,
    "put_back": _put_back,
    "move_item": _move,
    "time_item": _time,
    "add_item": _add_item,
    "end": _end,
}

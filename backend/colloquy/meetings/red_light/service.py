"""Who must agree before the room is recorded, and ending a recording whatever ended it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.core.events import announce
from colloquy.meetings.attending import presence
from colloquy.meetings.red_light import queries
from colloquy.meetings.red_light.messages import RoomRecordingEnded
from colloquy.meetings.red_light.models import RoomRecording
from colloquy.meetings.running.messages import MeetingEnding
from colloquy.meetings.scene import Scene
from colloquy.studies.models import Study

NAMED = 8
"""So many are named in a sentence; the rest is counted."""


async def refuse_in_rehearsal(scene: Scene) -> None:
    """Refuse to record a room of simulated people: nothing of a rehearsal is kept."""
    study = await scene.session.get_one(Study, scene.meeting.study_id)
    if study.rehearses_id:
        raise Conflict("This is a rehearsal, of which nothing is kept, so nothing is recorded.")


async def expect_agreement(scene: Scene) -> None:
    """Refuse to record while somebody is here who has not agreed, and say who."""
    answers = scene.state.recording_answers
    here = await presence.who_is_here(scene.hub, scene.meeting.id)
    others = [one for one in here if one.id != scene.actor.member_id]
    open_ = [one.name for one in others if one.id not in answers]
    against = [one.name for one in others if answers.get(one.id) is False]
    if not open_ and not against:
        return
    said: list[str] = []
    if open_:
        said.append(f"Not answered yet: {_listed(open_)}.")
    if against:
        said.append(f"Not agreed: {_listed(against)}.")
    raise Conflict(
        "Everybody here must have agreed before the room is recorded, so the recording was not "
        f"started. {' '.join(said)} Ask them, or go on without a recording."
    )


def expect_silence(scene: Scene, other: RoomRecording, *, takes_over: bool) -> None:
    """Refuse a second recording unless the first is one's own or silent, and is to be taken over."""
    is_own = other.member_id == scene.actor.member_id
    who = "You have" if is_own else f"{_name(scene, other)} has"
    begun = f"{who} been recording the room since {_clock(other.lit_at)}"
    patience = timedelta(seconds=scene.settings.recorder_away_seconds)
    if not is_own and now() < other.heard_at + patience:
        raise Conflict(
            f"{begun}, so it was not started twice. If that browser is gone, its recording can be "
            f"taken over once nothing has come from it for {patience.seconds} seconds."
        )
    if not takes_over:
        raise Conflict(
            f"{begun}; the last sound came at {_clock(other.heard_at)}. You can take it over here: "
            "a new part begins, and nothing of the first is lost."
        )


async def end_running(session: AsyncSession, meeting_id: UUID) -> RoomRecording | None:
    """End the recording that runs, if there is one; what has come of it is kept."""
    room = await queries.running(session, meeting_id)
    if room:
        room.stopped_at = now()
        session.add(room)
        await session.flush()
        await announce(session, RoomRecordingEnded(room))
    return room


async def end_with_the_meeting(session: AsyncSession, event: MeetingEnding) -> None:
    """A recording does not outlive its meeting."""
    await end_running(session, event.meeting.id)


def _name(scene: Scene, room: RoomRecording) -> str:
    person = scene.state.people.get(room.member_id)
    return person.name if person else "Somebody who has left"


def _listed(names: Iterable[str]) -> str:
    first = list(names)
    rest = len(first) - NAMED
    listed = ", ".join(first[:NAMED])
    return f"{listed} and {rest} more" if rest > 0 else listed


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M:%S} UTC"

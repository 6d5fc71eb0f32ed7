"""The recording of a room in the path, for the person whose browser makes it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.capturing import queries
from colloquy.core.errors import Forbidden, NotFound
from colloquy.core.web import SessionDep
from colloquy.meetings.dependencies import MeetingDep
from colloquy.meetings.red_light.models import RoomRecording
from colloquy.studies.dependencies import require

Recorder = Annotated[Actor, Depends(require(Permission.MEETING_RECORD))]


async def get_own_room(
    room_id: UUID, meeting: MeetingDep, actor: Recorder, session: SessionDep
) -> RoomRecording:
    """A recording that this very person's browser makes or made."""
    room = await queries.room(session, meeting.id, room_id)
    if room is None:
        raise NotFound("There is no such recording of this meeting.")
    if room.member_id != actor.member_id:
        raise Forbidden("Only the person whose browser records sends its sound.")
    return room


OwnRoomDep = Annotated[RoomRecording, Depends(get_own_room)]

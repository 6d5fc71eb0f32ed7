"""The meeting in the path, checked once."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.errors import Forbidden
from colloquy.core.web import SessionDep
from colloquy.meetings import policy
from colloquy.meetings.models import Meeting
from colloquy.meetings.service import find_meeting
from colloquy.studies.dependencies import require

Attendee = Annotated[Actor, Depends(require(Permission.MEETING_ATTEND))]
Builder = Annotated[Actor, Depends(require(Permission.MEETING_BUILD))]
Voter = Annotated[Actor, Depends(require(Permission.MEETING_VOTE))]


async def get_meeting(meeting_id: UUID, actor: Attendee, session: SessionDep) -> Meeting:
    """The meeting in the path, if this member is asked to it."""
    meeting = await find_meeting(session, actor.study_id, meeting_id)
    if not policy.can_attend(actor, meeting):
        raise Forbidden("This meeting is for other groups of the panel.")
    return meeting


MeetingDep = Annotated[Meeting, Depends(get_meeting)]

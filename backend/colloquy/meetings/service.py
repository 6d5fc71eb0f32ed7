"""The meeting that somebody asks for."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.errors import NotFound
from colloquy.meetings import queries
from colloquy.meetings.models import Meeting


async def find_meeting(session: AsyncSession, study_id: UUID, meeting_id: UUID) -> Meeting:
    """A meeting of this study, or `NotFound`."""
    meeting = await queries.meeting(session, study_id, meeting_id)
    if meeting is None:
        raise NotFound("There is no such meeting in this study.")
    return meeting

"""The notes of a meeting put together for those who may read them."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.meetings.models import Meeting
from colloquy.meetings.small_groups import queries
from colloquy.meetings.small_groups.models import SmallGroup
from colloquy.meetings.small_groups.notes import open_sheet
from colloquy.meetings.small_groups.schemas import NoteListed


async def list_notes(session: AsyncSession, actor: Actor, meeting: Meeting) -> list[NoteListed]:
    """How far each note has come, for the chair; those that everybody may read, with their words."""
    groups = await queries.of_meeting(session, meeting.id)
    seen = [group for group in groups if group.frozen_at or actor.may(Permission.MEETING_CHAIR)]
    return [await _listed(session, actor, group) for group in seen]


async def _listed(session: AsyncSession, actor: Actor, group: SmallGroup) -> NoteListed:
    text = (await open_sheet(session, group)).text if group.frozen_at else None
    return NoteListed(
        small_group_id=group.id,
        length=group.length,
        changed_at=group.changed_at,
        is_frozen=group.frozen_at is not None,
        text=text,
        document_id=group.document_id if actor.may(Permission.TEXT_READ) else None,
    )

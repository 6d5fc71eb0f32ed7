"""What meetings do when somebody leaves the study, or one of its groups is to go."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import outbox
from colloquy.core.errors import Conflict
from colloquy.meetings import queries
from colloquy.meetings.envelope import channel, look_again
from colloquy.studies.messages import GroupRemoving, MemberGone


async def cut_off(session: AsyncSession, event: MemberGone) -> None:
    """Whoever is no longer in the study follows none of its meetings, from this moment on."""
    for meeting in await queries.meetings(session, event.study_id):
        outbox.tell(session, channel(meeting.id), look_again(event.account_id).pack())


async def keep_group(session: AsyncSession, event: GroupRemoving) -> None:
    """Refuse to lose a group that a meeting is for, or whose people were in one."""
    wanted = str(event.group_id)
    meetings = await queries.meetings(session, event.study_id)
    is_asked = any(wanted in meeting.group_ids for meeting in meetings)
    if is_asked or await queries.logs_name(session, event.study_id, wanted):
        raise Conflict(
            f"Meetings refer to the group “{event.name}”, so it stays. You can rename it."
        )

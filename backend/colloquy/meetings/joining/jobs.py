"""Background entry points: links for those who have a code and are not signed in."""

from colloquy.core.work import JobContext
from colloquy.meetings import policy
from colloquy.meetings.joining import queries
from colloquy.meetings.joining.service import MailJoiningLink, landing
from colloquy.meetings.models import Meeting
from colloquy.people.service import send_link
from colloquy.studies.dependencies import make_actor


async def mail_link(context: JobContext, task: MailJoiningLink) -> None:
    """Mail a link to the person with this address, if there is one who is asked to the meeting."""
    async with context.runtime.unit_of_work() as session:
        meeting = await session.get(Meeting, task.meeting_id)
        found = (
            await queries.member_with_address(session, meeting.study_id, task.email)
            if meeting
            else None
        )
        if meeting is None or found is None:
            return
        member, account = found
        if policy.can_attend(make_actor(member), meeting):
            await context.keep(session)
            await send_link(session, account, context.runtime.settings, landing=landing(meeting))

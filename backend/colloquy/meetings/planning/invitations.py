"""Asking people to a meeting by mail, each with a link that lands in it."""

from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import mail
from colloquy.core.errors import Conflict
from colloquy.core.settings import Settings
from colloquy.meetings import log
from colloquy.meetings.models import Meeting, MeetingInvitation, MeetingState
from colloquy.meetings.planning import queries
from colloquy.meetings.planning.schemas import Invited
from colloquy.people.models import Account
from colloquy.people.service import make_link
from colloquy.studies.models import Study


async def invite(
    session: AsyncSession, actor: Actor, meeting_id: UUID, settings: Settings
) -> Invited:
    """Send a link to everybody asked who has none yet; asking again sends nobody a second one."""
    meeting = await log.lock(session, meeting_id)
    if meeting.state == MeetingState.ENDED:
        raise Conflict("The meeting has ended, so nobody is invited any more.")
    study = await session.get_one(Study, meeting.study_id)
    before = await queries.invited(session, meeting_id)
    sent = 0
    for member, account in await queries.invitable(session, meeting):
        if member.id in before:
            continue
        link = await make_link(session, account.id, settings, landing=landing(meeting))
        subject, body = invitation(study.title, meeting, account, link, settings.link_days)
        await mail.post(session, recipient=account.email, subject=subject, body=body)
        session.add(MeetingInvitation(meeting_id=meeting_id, member_id=member.id))
        sent += 1
    record(session, actor, "meeting:meeting:invited", meeting_id, sent=sent)
    return Invited(sent=sent, invited=len(before) + sent)


def landing(meeting: Meeting) -> str:
    """Where a link to the meeting leads."""
    return f"/live/{meeting.study_id}/meetings/{meeting.id}"


def invitation(
    study: str, meeting: Meeting, account: Account, link: str, days: int
) -> tuple[str, str]:
    """Subject and text of the mail."""
    when = ""
    if meeting.planned_for:
        local = meeting.planned_for.astimezone(ZoneInfo(account.time_zone))
        when = f"When: {local:%A} {local.day} {local:%B %Y, %H:%M} ({account.time_zone})\n"
    where = f"Where: {meeting.place}\n" if meeting.place else ""
    return (
        f"You are invited to a meeting: {meeting.title}",
        f"Dear {account.name},\n\n"
        f"The research team of “{study}” invites you to the meeting “{meeting.title}”.\n\n"
        f"{when}{where}\n"
        "To take part, open this link on a phone, a tablet or a computer. You need no password. "
        f"The link works once and for {days} days; you stay signed in on that device, and you can "
        f"always ask for a new link.\n\n{link}\n\n"
        "In the meeting everybody sees your name. Nobody sees how you vote.\n",
    )

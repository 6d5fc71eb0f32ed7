"""Joining by code: it says which meeting, and who may come in is decided as by any other way."""

from typing import ClassVar
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import jobs
from colloquy.core.errors import NotFound
from colloquy.core.jobs import JobPayload
from colloquy.core.runtime import Runtime
from colloquy.core.tokens import hash_token, read_code
from colloquy.meetings import policy
from colloquy.meetings.joining import queries
from colloquy.meetings.joining.schemas import Door
from colloquy.meetings.models import Meeting
from colloquy.studies.dependencies import make_actor
from colloquy.studies.queries import membership

LINKS_EACH = "5/hour"


class MailJoiningLink(JobPayload):
    """Mail a link into a meeting to an address, if it is that of somebody who is asked to it."""

    kind: ClassVar[str] = "mail_joining_link"
    meeting_id: UUID
    email: str


async def find_by_code(
    session: AsyncSession, runtime: Runtime, typed: str, *, address: str
) -> Meeting:
    """The meeting with this code; only wrong codes are counted, since a whole room types the right one."""
    limit = runtime.settings.link_limit
    await runtime.throttle.expect(limit, "code", address)
    meeting = await queries.meeting_by_code(session, read_code(typed))
    if meeting is None:
        await runtime.throttle.count(limit, "code", address)
        raise NotFound(
            "No meeting has this code now. Please compare it with the code on the wall, or ask the "
            "chair. A code ends with its meeting."
        )
    return meeting


async def open_door(session: AsyncSession, meeting: Meeting, session_token: str) -> Door:
    """Where whoever is signed in is led; those who are not asked learn nothing of the meeting."""
    found = (
        await membership(session, meeting.study_id, hash_token(session_token))
        if session_token
        else None
    )
    member = found[2] if found else None
    is_asked = member is not None and policy.can_attend(make_actor(member), meeting)
    return Door(landing=landing(meeting) if is_asked else None)


async def want_link(
    session: AsyncSession, runtime: Runtime, meeting: Meeting, email: str, *, address: str
) -> None:
    """Ask for a link by mail.

    A job looks the address up: an answer that did would take longer for those that are known.
    """
    await runtime.throttle.count(runtime.settings.sign_in_place_limit, "join from", address)
    await runtime.throttle.count(LINKS_EACH, "join as", address, email.lower())
    await jobs.ask(session, MailJoiningLink(meeting_id=meeting.id, email=email))


def landing(meeting: Meeting) -> str:
    """Where somebody with a code comes first: to look whether their device is ready."""
    return f"/live/{meeting.study_id}/meetings/{meeting.id}/ready"

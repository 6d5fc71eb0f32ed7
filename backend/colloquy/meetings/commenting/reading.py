"""Comments put together for the meeting that they were made in."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.comments.models import Stance
from colloquy.meetings.commenting import queries
from colloquy.meetings.commenting.schemas import MeetingComment
from colloquy.meetings.models import Meeting


async def list_comments(session: AsyncSession, meeting: Meeting) -> list[MeetingComment]:
    """What has been written in the meeting, oldest first, for everybody in it."""
    return [
        MeetingComment(
            id=comment.id,
            member_id=comment.member_id,
            name=name,
            target_id=comment.target_id,
            version_id=comment.version_id,
            stance=Stance(comment.stance) if comment.stance else None,
            text=comment.text,
            quote=comment.anchor["quote"] if comment.anchor else None,
            made_at=comment.created_at,
        )
        for comment, name in await queries.comments(session, meeting.study_id, meeting.id)
    ]

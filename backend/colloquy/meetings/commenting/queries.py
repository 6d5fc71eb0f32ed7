"""Every SELECT about comments in a meeting."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.comments.models import Comment, Place
from colloquy.studies.models import Member


async def comments(
    session: AsyncSession, study_id: UUID, meeting_id: UUID
) -> Sequence[tuple[Comment, str]]:
    """The comments made in a meeting and not withdrawn, with their authors' names, oldest first."""
    found = await session.exec(
        select(Comment, Member.display_name)
        .join(Member, col(Member.id) == col(Comment.member_id))
        .where(
            Comment.study_id == study_id,
            Comment.place == Place.MEETING,
            Comment.place_id == meeting_id,
            col(Comment.withdrawn_at).is_(None),
        )
        .order_by(col(Comment.id))
    )
    return found.all()

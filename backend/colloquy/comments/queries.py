"""Every SELECT about comments."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.comments.models import Comment
from colloquy.studies.models import Member
from colloquy.theory.models import Cmoc, CmocElement


async def comments(
    session: AsyncSession,
    study_id: UUID,
    *,
    member_id: UUID | None = None,
    target_id: UUID | None = None,
    place_id: UUID | None = None,
    version_id: UUID | None = None,
) -> Sequence[tuple[Comment, Member]]:
    """Comments that stand, oldest first, with who wrote them."""
    statement = (
        select(Comment, Member)
        .join(Member, col(Member.id) == col(Comment.member_id))
        .where(Comment.study_id == study_id, col(Comment.withdrawn_at).is_(None))
        .order_by(col(Comment.id))
    )
    if member_id:
        statement = statement.where(Comment.member_id == member_id)
    if target_id:
        statement = statement.where(Comment.target_id == target_id)
    if place_id:
        statement = statement.where(Comment.place_id == place_id)
    if version_id:
        statement = statement.where(Comment.version_id == version_id)
    found = await session.exec(statement)
    return found.all()


async def comment(session: AsyncSession, study_id: UUID, comment_id: UUID) -> Comment | None:
    """A comment of this study, withdrawn or not."""
    found = await session.exec(
        select(Comment).where(Comment.study_id == study_id, Comment.id == comment_id)
    )
    return found.first()


async def comment_of_client(session: AsyncSession, client_id: UUID) -> Comment | None:
    """The comment that a browser's id stands for."""
    found = await session.exec(select(Comment).where(Comment.client_id == client_id))
    return found.first()


async def author(session: AsyncSession, member_id: UUID) -> Member:
    """Who wrote a comment."""
    found = await session.exec(select(Member).where(Member.id == member_id))
    return found.one()


async def element_text(session: AsyncSession, version_id: UUID, element_id: UUID) -> str | None:
    """The words of an element of this version."""
    found = await session.exec(
        select(CmocElement.text)
        .join(Cmoc, col(Cmoc.id) == col(CmocElement.cmoc_id))
        .where(CmocElement.id == element_id, Cmoc.version_id == version_id)
    )
    return found.first()

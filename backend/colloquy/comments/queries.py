"""Every SELECT about comments."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.comments.models import Comment, CommentDecision
from colloquy.comments.schemas import CommentFilter
from colloquy.studies.models import Member
from colloquy.theory.models import Cmoc, CmocElement


async def comments(
    session: AsyncSession,
    study_id: UUID,
    narrowed: CommentFilter,
    *,
    reader_id: UUID,
    reads_all: bool,
) -> Sequence[tuple[Comment, Member, CommentDecision | None]]:
    """Comments that stand, oldest first, with their writers: the reader's own, or all shown."""
    mine = col(Comment.member_id) == reader_id
    statement = (
        select(Comment, Member, CommentDecision)
        .join(Member, col(Member.id) == col(Comment.member_id))
        .outerjoin(CommentDecision, col(CommentDecision.comment_id) == col(Comment.id))
        .where(
            Comment.study_id == study_id,
            col(Comment.withdrawn_at).is_(None),
            or_(mine, col(Comment.shown_at).is_not(None)) if reads_all else mine,
        )
        .order_by(col(Comment.id))
    )
    if narrowed.target_id:
        statement = statement.where(Comment.target_id == narrowed.target_id)
    if narrowed.place_id:
        statement = statement.where(Comment.place_id == narrowed.place_id)
    if narrowed.version_id:
        statement = statement.where(Comment.version_id == narrowed.version_id)
    found = await session.exec(statement)
    return found.all()


async def held_comments(session: AsyncSession, place_id: UUID) -> Sequence[Comment]:
    """The comments of a round that nobody but their writers has read, oldest first."""
    found = await session.exec(
        select(Comment)
        .where(
            Comment.place_id == place_id,
            col(Comment.shown_at).is_(None),
            col(Comment.withdrawn_at).is_(None),
        )
        .order_by(col(Comment.id))
    )
    return found.all()


async def moderated_comments(
    session: AsyncSession, place_id: UUID
) -> Sequence[tuple[Comment, CommentDecision | None]]:
    """What was said in a closed round and still stands, oldest first, with what was decided."""
    found = await session.exec(
        select(Comment, CommentDecision)
        .outerjoin(CommentDecision, col(CommentDecision.comment_id) == col(Comment.id))
        .where(
            Comment.place_id == place_id,
            col(Comment.shown_at).is_not(None),
            col(Comment.withdrawn_at).is_(None),
        )
        .order_by(col(Comment.id))
    )
    return found.all()


async def undecided_comments(
    session: AsyncSession, place_ids: Collection[UUID]
) -> Sequence[Comment]:
    """What was said in some closed rounds, still stands, and no moderator has decided about."""
    found = await session.exec(
        select(Comment)
        .outerjoin(CommentDecision, col(CommentDecision.comment_id) == col(Comment.id))
        .where(
            col(Comment.place_id).in_(place_ids),
            col(Comment.shown_at).is_not(None),
            col(Comment.withdrawn_at).is_(None),
            col(CommentDecision.id).is_(None),
        )
        .order_by(col(Comment.id))
    )
    return found.all()


async def hold_comments(
    session: AsyncSession, place_id: UUID, comment_id: UUID | None = None
) -> Sequence[Comment]:
    """The same, or one of them, held against other changes; decisions are read after it."""
    statement = select(Comment).where(
        Comment.place_id == place_id,
        col(Comment.shown_at).is_not(None),
        col(Comment.withdrawn_at).is_(None),
    )
    if comment_id:
        statement = statement.where(Comment.id == comment_id)
    found = await session.exec(
        statement.order_by(col(Comment.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.all()


async def decision(session: AsyncSession, comment_id: UUID) -> CommentDecision | None:
    """What was decided about a comment."""
    found = await session.exec(
        select(CommentDecision).where(CommentDecision.comment_id == comment_id)
    )
    return found.first()


async def forget_comments(session: AsyncSession, place_id: UUID) -> int:
    """Erase everything said in a place, also what was withdrawn; returns how much it was."""
    erased = await session.exec(delete(Comment).where(col(Comment.place_id) == place_id))
    return erased.rowcount


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


async def authors(session: AsyncSession, member_ids: Collection[UUID]) -> dict[UUID, Member]:
    """Who wrote some comments, by id."""
    found = await session.exec(select(Member).where(col(Member.id).in_(member_ids)))
    return {member.id: member for member in found.all()}


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

"""Every SELECT about the editing of a text."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.studies.models import Member
from colloquy.texts.editing.models import EditKind, TextEdit
from colloquy.texts.models import Segment


async def count_segments(session: AsyncSession, document_id: UUID) -> int:
    """How many passages a document has."""
    found = await session.exec(
        select(func.count()).select_from(Segment).where(Segment.document_id == document_id)
    )
    return found.one()


async def page(
    session: AsyncSession, document_id: UUID, offset: int, limit: int
) -> Sequence[Segment]:
    """Some passages of a document, in order."""
    found = await session.exec(
        select(Segment)
        .where(Segment.document_id == document_id)
        .order_by(col(Segment.position), col(Segment.id))
        .offset(offset)
        .limit(limit)
    )
    return found.all()


async def changed_since(
    session: AsyncSession, document_id: UUID, moment: datetime
) -> Sequence[Segment]:
    """Passages that were changed after a moment, in order."""
    found = await session.exec(
        select(Segment)
        .where(Segment.document_id == document_id, col(Segment.changed_at) > moment)
        .order_by(col(Segment.position), col(Segment.id))
    )
    return found.all()


async def by_ids(
    session: AsyncSession, document_id: UUID, ids: Collection[UUID], *, locked: bool = False
) -> dict[UUID, Segment]:
    """Those of some passages that a document has now; `locked` until the transaction ends."""
    statement = select(Segment).where(Segment.document_id == document_id, col(Segment.id).in_(ids))
    if locked:
        # in one order, so that two who change the same passages never wait for each other
        statement = statement.order_by(col(Segment.id)).with_for_update()
    found = await session.exec(statement.execution_options(populate_existing=locked))
    return {segment.id: segment for segment in found.all()}


async def before(session: AsyncSession, segments: Collection[Segment]) -> dict[UUID, UUID]:
    """The passage before each of some of one document, by id; the very first has none."""
    if not segments:
        return {}
    by_position = {segment.position - 1: segment.id for segment in segments}
    found = await session.exec(
        select(Segment.id, Segment.position).where(
            Segment.document_id == next(iter(segments)).document_id,
            col(Segment.position).in_(by_position),
        )
    )
    return {by_position[position]: segment_id for segment_id, position in found.all()}


async def next_segment(session: AsyncSession, segment: Segment) -> Segment | None:
    """The passage after this one."""
    found = await session.exec(
        select(Segment)
        .where(
            Segment.document_id == segment.document_id,
            col(Segment.position) > segment.position,
        )
        .order_by(col(Segment.position), col(Segment.id))
        .limit(1)
        .with_for_update()
    )
    return found.first()


async def shift_positions(session: AsyncSession, document_id: UUID, after: int, by: int) -> None:
    """Make room after a place, or close a gap; nobody need be told, since the order stays."""
    await session.exec(
        update(Segment)
        .where(col(Segment.document_id) == document_id, col(Segment.position) > after)
        .values(position=Segment.position + by, changed_at=Segment.changed_at)
        .execution_options(synchronize_session="fetch")
    )


async def edit_of_client(session: AsyncSession, client_id: UUID) -> TextEdit | None:
    """The step that a browser's id stands for."""
    found = await session.exec(select(TextEdit).where(TextEdit.client_id == client_id))
    return found.first()


async def last_done(session: AsyncSession, document_id: UUID, member_id: UUID) -> TextEdit | None:
    """A person's last step in a document that has not been taken back."""
    found = await session.exec(
        select(TextEdit)
        .where(
            TextEdit.document_id == document_id,
            TextEdit.member_id == member_id,
            col(TextEdit.undone_at).is_(None),
        )
        .order_by(col(TextEdit.id).desc())
        .limit(1)
    )
    return found.first()


async def last_undone(session: AsyncSession, document_id: UUID, member_id: UUID) -> TextEdit | None:
    """The step that a person took back last."""
    found = await session.exec(
        select(TextEdit)
        .where(
            TextEdit.document_id == document_id,
            TextEdit.member_id == member_id,
            col(TextEdit.undone_at).is_not(None),
        )
        .order_by(col(TextEdit.undone_at).desc(), col(TextEdit.id))
        .limit(1)
    )
    return found.first()


async def shape_changes(
    session: AsyncSession, document_id: UUID, moment: datetime
) -> Sequence[TextEdit]:
    """Splits and joins that were made, taken back or made again after a moment."""
    found = await session.exec(
        select(TextEdit).where(
            TextEdit.document_id == document_id,
            col(TextEdit.kind).in_((EditKind.SPLIT, EditKind.JOIN)),
            col(TextEdit.changed_at) > moment,
        )
    )
    return found.all()


async def history(
    session: AsyncSession, document_id: UUID, limit: int
) -> Sequence[tuple[TextEdit, Member]]:
    """The latest steps of everybody, newest first."""
    found = await session.exec(
        select(TextEdit, Member)
        .join(Member, col(Member.id) == col(TextEdit.member_id))
        .where(TextEdit.document_id == document_id)
        .order_by(col(TextEdit.id).desc())
        .limit(limit)
    )
    return found.all()

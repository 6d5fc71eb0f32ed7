"""Every SELECT about templates."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds.models import RoundTemplate


async def templates(session: AsyncSession, study_id: UUID) -> Sequence[RoundTemplate]:
    """A study's own templates by name."""
    found = await session.exec(
        select(RoundTemplate)
        .where(RoundTemplate.study_id == study_id)
        .order_by(col(RoundTemplate.name), col(RoundTemplate.id))
    )
    return found.all()


async def template(
    session: AsyncSession, study_id: UUID, template_id: UUID
) -> RoundTemplate | None:
    """A template of this study's own."""
    found = await session.exec(
        select(RoundTemplate).where(
            RoundTemplate.study_id == study_id, RoundTemplate.id == template_id
        )
    )
    return found.first()

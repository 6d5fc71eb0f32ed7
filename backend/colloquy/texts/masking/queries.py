"""Every SELECT about identifying words."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.texts.masking.models import IdentifyingWords


async def marked(session: AsyncSession, study_id: UUID) -> Sequence[IdentifyingWords]:
    """The identifying words of a study, in the order in which they were marked."""
    found = await session.exec(
        select(IdentifyingWords)
        .where(IdentifyingWords.study_id == study_id)
        .order_by(col(IdentifyingWords.id))
    )
    return found.all()

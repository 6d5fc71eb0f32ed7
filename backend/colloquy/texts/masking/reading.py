"""Which words are masked, and for whom."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.methods.masking import NOTHING, Mask
from colloquy.texts.masking import queries
from colloquy.texts.masking.schemas import IdentifyingRead


async def mask_for(session: AsyncSession, actor: Actor) -> Mask:
    """What a person reads in place of identifying words: themselves, if they may."""
    if actor.may(Permission.TEXT_READ_IDENTIFYING):
        return NOTHING
    return await study_mask(session, actor.study_id)


async def study_mask(session: AsyncSession, study_id: UUID) -> Mask:
    """What everybody else reads: files, and whatever leaves the study."""
    return Mask({row.words: row.pseudonym for row in await queries.marked(session, study_id)})


async def list_marked(session: AsyncSession, study_id: UUID) -> list[IdentifyingRead]:
    """The identifying words of a study, for those who may read them."""
    return [
        IdentifyingRead(id=row.id, words=row.words, pseudonym=row.pseudonym)
        for row in await queries.marked(session, study_id)
    ]

"""Who has a text open: marks that fade by themselves, renewed whenever a browser asks for news."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.hub import Hub
from colloquy.texts import queries

# a page that is looked at asks every three seconds
FADES_AFTER_SECONDS = 15.0


async def others(session: AsyncSession, hub: Hub, actor: Actor, document_id: UUID) -> list[str]:
    """The names of the others who have a text open; whoever asks has it open, too."""
    place = f"document:{document_id}:here"
    await hub.mark(place, str(actor.member_id), "", seconds=FADES_AFTER_SECONDS)
    ids = {UUID(key) for key in await hub.marked(place)} - {actor.member_id}
    return await queries.names(session, ids) if ids else []

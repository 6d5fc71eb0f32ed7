"""Marking words as identifying, and taking the mark off."""

import re
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Invalid, NotFound
from colloquy.core.events import announce
from colloquy.texts.masking import queries
from colloquy.texts.masking.models import IdentifyingWords
from colloquy.texts.masking.schemas import IdentifyingIn
from colloquy.texts.messages import MasksChanged

SIGNS = ".,;:!?…\"'“”‘’()[]-–—"


async def mark(session: AsyncSession, actor: Actor, given: IdentifyingIn) -> IdentifyingWords:
    """Mask words wherever they stand; marked again they may get another pseudonym.

    The log says that words were marked, never which.
    """
    words = " ".join(given.words.split()).strip(SIGNS)
    if not words:
        raise Invalid("Choose at least one word to mark as identifying.")
    known = await queries.marked(session, actor.study_id)
    row = next((row for row in known if row.words == words), None)
    if row is None:
        row = IdentifyingWords(
            study_id=actor.study_id,
            words=words,
            pseudonym=given.pseudonym or _next_pseudonym([row.pseudonym for row in known]),
            marked_by=actor.member_id,
        )
    elif given.pseudonym:
        row.pseudonym = given.pseudonym
    session.add(row)
    await session.flush()
    record(session, actor, "texts:words:masked", row.id)
    await announce(session, MasksChanged(actor.study_id))
    return row


async def unmark(session: AsyncSession, actor: Actor, marked_id: UUID) -> None:
    """Let everybody who reads the study's texts read the words again."""
    row = await session.get(IdentifyingWords, marked_id)
    if row is None or row.study_id != actor.study_id:
        raise NotFound("These words are not marked.")
    await session.delete(row)
    record(session, actor, "texts:words:unmasked", marked_id)
    await session.flush()
    await announce(session, MasksChanged(actor.study_id))


def _next_pseudonym(taken: list[str]) -> str:
    numbers = [int(found[1]) for name in taken if (found := re.fullmatch(r"\[Name (\d+)\]", name))]
    return f"[Name {max(numbers, default=0) + 1}]"

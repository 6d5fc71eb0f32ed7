"""Asking in a draft what is asked elsewhere too, so that both are known to be one question."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict
from colloquy.rounds import queries
from colloquy.rounds.asking import make_question, usual_questions
from colloquy.rounds.building.items import add_item, lock_draft
from colloquy.rounds.models import ItemKind, Question, Round, RoundItem
from colloquy.rounds.schemas import RoundItemIn


async def ask_shared(
    session: AsyncSession, actor: Actor, round_: Round, given: RoundItemIn, shared_id: UUID
) -> Question:
    """Ask one question about something, as an item of its own or of the item that is there."""
    await lock_draft(session, round_)
    asked = await queries.questions(session, [round_.id])
    if any(row.shared_id == shared_id for rows in asked.values() for row in rows):
        raise Conflict(f"“{round_.title}” asks this question already.")
    item = await _item_about(session, round_, given)
    if item is None:
        item = await add_item(session, actor, round_, given)
        (question,) = (await queries.questions(session, [round_.id]))[item.id]
    else:
        (wanted,) = given.questions or usual_questions(item)
        question = make_question(wanted, item, len(asked.get(item.id, [])))
        record(session, actor, "round:item:changed", item.id, round=str(round_.id))
    question.shared_id = shared_id
    session.add(question)
    await session.flush()
    return question


async def _item_about(session: AsyncSession, round_: Round, given: RoundItemIn) -> RoundItem | None:
    if given.version_id is None:
        return None
    items = await queries.items(session, [round_.id])
    return next(
        (
            item
            for item in items
            if item.kind == ItemKind.VERSION and item.version_id == given.version_id
        ),
        None,
    )

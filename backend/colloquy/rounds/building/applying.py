"""Asking a template's questions about the items of a draft."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Invalid, NotFound
from colloquy.rounds import queries
from colloquy.rounds.asking import make_question
from colloquy.rounds.building.instruments import PRIORITIES, Instrument
from colloquy.rounds.building.items import add_item, lock_draft
from colloquy.rounds.building.template_schemas import TemplateApply
from colloquy.rounds.building.templates import find_instrument
from colloquy.rounds.models import ItemKind, Question, QuestionKind, Round, RoundItem
from colloquy.rounds.plans import read_plan
from colloquy.rounds.schemas import QuestionIn, RoundItemIn
from colloquy.rounds.showing import name_of, read_items

LONGEST_OPTION = 300
MOST_OPTIONS = 30


async def apply_template(
    session: AsyncSession, actor: Actor, round_: Round, given: TemplateApply
) -> None:
    """Put a template's questions in the place of those that items had."""
    await lock_draft(session, round_)
    instrument = await find_instrument(session, actor.study_id, given.template_id)
    if instrument.ranks_items:
        await _add_ranking(session, actor, round_)
        return
    items = _chosen(await queries.items(session, [round_.id]), given.item_ids)
    _refuse_loose_decision(instrument, items)
    await session.exec(
        delete(Question).where(col(Question.item_id).in_([item.id for item in items]))
    )
    session.add_all(
        make_question(question, item, position)
        for item in items
        for position, question in enumerate(instrument.questions)
    )
    record(
        session,
        actor,
        "round:template:applied",
        round_.id,
        template=instrument.name,
        items=len(items),
    )


def _chosen(items: Sequence[RoundItem], item_ids: list[UUID] | None) -> list[RoundItem]:
    chosen = [item for item in items if item_ids is None or item.id in item_ids]
    if not chosen:
        raise Invalid("This round asks about nothing yet. Put something into it first.")
    if item_ids is not None and len(chosen) != len(set(item_ids)):
        raise NotFound("There is no such item in this round.")
    return chosen


def _refuse_loose_decision(instrument: Instrument, items: Sequence[RoundItem]) -> None:
    decides = any(each.kind == QuestionKind.DECISION for each in instrument.questions)
    if decides and any(item.version_id is None for item in items):
        raise Invalid("Only a mechanism can be decided on. Use this template for mechanisms alone.")


async def _add_ranking(session: AsyncSession, actor: Actor, round_: Round) -> None:
    """One more item that has everything else in the round put in order."""
    shown = await read_items(session, await read_plan(session, round_))
    names = [name_of(item)[:LONGEST_OPTION] for item in shown if item.kind != ItemKind.TEXT]
    options = list(dict.fromkeys(names))
    if not 1 < len(options) <= MOST_OPTIONS:
        raise Invalid(
            f"Putting in order takes 2 to {MOST_OPTIONS} different items; "
            f"this round has {len(options)}."
        )
    ranking = QuestionIn(kind=QuestionKind.RANKING, options=options)
    given = RoundItemIn(kind=ItemKind.TEXT, statement=PRIORITIES, questions=[ranking])
    await add_item(session, actor, round_, given)

"""Building a round: its words, its window, its groups, and what is put before them."""

import json
import secrets
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict, FieldProblem, Invalid, NotFound
from colloquy.core.ids import new_id
from colloquy.rounds import queries
from colloquy.rounds.asking import make_question, usual_questions
from colloquy.rounds.building.parts import check_subject
from colloquy.rounds.models import Question, Round, RoundGroup, RoundItem, RoundState
from colloquy.rounds.schemas import RoundCreate, RoundItemIn, RoundUpdate
from colloquy.studies.service import current_stage, find_group, find_stage

MAY_BE_EMPTY = ("opens_at", "closes_at", "remind_hours")


async def create_round(session: AsyncSession, actor: Actor, given: RoundCreate) -> Round:
    """Begin a draft."""
    stage = (
        await find_stage(session, actor.study_id, given.stage_id)
        if given.stage_id
        else await current_stage(session, actor.study_id)
    )
    round_id = new_id()
    round_ = Round(
        id=round_id,
        study_id=actor.study_id,
        stage_id=stage.id,
        series_id=round_id,
        order_seed=secrets.randbelow(2**31),
        **given.model_dump(exclude={"stage_id", "group_ids"}),
    )
    _refuse_backward_window(round_)
    session.add(round_)
    await session.flush()
    await _choose_groups(session, actor, round_, given.group_ids)
    record(session, actor, "round:round:created", round_.id, title=round_.title)
    return round_


async def update_round(
    session: AsyncSession, actor: Actor, round_: Round, given: RoundUpdate
) -> Round:
    """Change what was sent of a draft."""
    await lock_draft(session, round_)
    changes = given.model_dump(exclude_unset=True)
    group_ids = changes.pop("group_ids", None)
    if changes.get("stage_id"):
        await find_stage(session, actor.study_id, changes["stage_id"])
    for name, value in changes.items():
        if value is not None or name in MAY_BE_EMPTY:
            setattr(round_, name, value)
    _refuse_backward_window(round_)
    session.add(round_)
    if group_ids is not None:
        await _choose_groups(session, actor, round_, group_ids)
    record(session, actor, "round:round:updated", round_.id, fields=sorted(given.model_fields_set))
    return round_


async def delete_round(session: AsyncSession, actor: Actor, round_: Round) -> None:
    """Throw a draft away with everything in it."""
    await lock_draft(session, round_)
    await session.delete(round_)
    record(session, actor, "round:round:deleted", round_.id, title=round_.title)


async def add_item(
    session: AsyncSession, actor: Actor, round_: Round, given: RoundItemIn
) -> RoundItem:
    """Put a version, a part of one or a statement after the others, with its questions."""
    await lock_draft(session, round_)
    await check_subject(session, actor, given, await queries.items(session, [round_.id]))
    item = RoundItem(
        round_id=round_.id,
        position=await queries.next_position(session, round_.id),
        **_subject(given),
    )
    session.add(item)
    await session.flush()
    _ask(session, item, given)
    record(session, actor, "round:item:added", item.id, round=str(round_.id))
    return item


async def change_item(
    session: AsyncSession, actor: Actor, round_: Round, item_id: UUID, given: RoundItemIn
) -> RoundItem:
    """Replace what an item is and what is asked about it; it keeps its place."""
    await lock_draft(session, round_)
    item = await _find_item(session, round_, item_id)
    others = await queries.items(session, [round_.id])
    await check_subject(session, actor, given, (row for row in others if row.id != item.id))
    for name, value in _subject(given).items():
        setattr(item, name, value)
    session.add(item)
    before = (await queries.questions(session, [round_.id])).get(item.id, [])
    await session.exec(delete(Question).where(col(Question.item_id) == item.id))
    _ask(session, item, given, before)
    record(session, actor, "round:item:changed", item.id, round=str(round_.id))
    return item


async def remove_item(session: AsyncSession, actor: Actor, round_: Round, item_id: UUID) -> None:
    """Take an item out of a draft."""
    await lock_draft(session, round_)
    item = await _find_item(session, round_, item_id)
    await session.delete(item)
    record(session, actor, "round:item:removed", item.id, round=str(round_.id))


async def order_items(
    session: AsyncSession, actor: Actor, round_: Round, item_ids: list[UUID]
) -> None:
    """Put the items of a draft in this order; every item is named once."""
    await lock_draft(session, round_)
    items = {item.id: item for item in await queries.items(session, [round_.id])}
    if len(item_ids) != len(items) or set(item_ids) != set(items):
        raise Conflict("The items have changed in the meantime. Load the page again, then sort.")
    for position, item_id in enumerate(item_ids):
        items[item_id].position = position
        session.add(items[item_id])
    record(session, actor, "round:items:ordered", round_.id)


async def lock_draft(session: AsyncSession, round_: Round) -> None:
    """Hold the row, so that nobody opens the round while it is being changed."""
    await session.refresh(round_, with_for_update=True)
    if round_.state == RoundState.PILOT:
        raise Conflict(
            "This round is being tried out, so what it asks cannot change now. "
            "End the trial first; its answers are erased then."
        )
    if round_.state == RoundState.SCHEDULED:
        raise Conflict(
            "This round is set to open by itself, so what it asks cannot change now. "
            "Take it back to a draft first."
        )
    if round_.state != RoundState.DRAFT:
        raise Conflict(
            "This round has been opened, so what it asks can no longer change. "
            "Make a new round for other questions."
        )


async def _find_item(session: AsyncSession, round_: Round, item_id: UUID) -> RoundItem:
    item = await queries.item(session, round_.id, item_id)
    if item is None:
        raise NotFound("There is no such item in this round.")
    return item


async def _choose_groups(
    session: AsyncSession, actor: Actor, round_: Round, group_ids: Collection[UUID]
) -> None:
    for group_id in set(group_ids):
        await find_group(session, actor.study_id, group_id)
    await session.exec(delete(RoundGroup).where(col(RoundGroup.round_id) == round_.id))
    session.add_all(RoundGroup(round_id=round_.id, group_id=each) for each in set(group_ids))


def _subject(given: RoundItemIn) -> dict[str, Any]:
    return given.model_dump(exclude={"questions"})


def _ask(
    session: AsyncSession, item: RoundItem, given: RoundItemIn, before: Sequence[Question] = ()
) -> None:
    """Ask what is given; what was asked before in the same words is the same question still.

    It follows the round before, and is one with what is asked elsewhere, as it was.
    """
    known = {
        _asked(question): (question.carried_from_id, question.shared_id) for question in before
    }
    questions = usual_questions(item) if given.questions is None else given.questions
    for position, each in enumerate(questions):
        question = make_question(each, item, position)
        question.carried_from_id, question.shared_id = known.get(_asked(question), (None, None))
        session.add(question)


def _asked(question: Question) -> str:
    asked = [question.kind, question.prompt, question.scale, question.options]
    return json.dumps(asked, sort_keys=True)


def _refuse_backward_window(round_: Round) -> None:
    if round_.opens_at and round_.closes_at and round_.closes_at <= round_.opens_at:
        raise Invalid(
            "The round would close before it opens. Choose a later closing time.",
            [FieldProblem("closes_at", "Choose a time after the opening.")],
        )

"""Renaming, ordering and removing a study's stages and stakeholder groups."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict
from colloquy.core.events import announce
from colloquy.studies import queries
from colloquy.studies.messages import GroupRemoving
from colloquy.studies.models import Stage, StageState, StakeholderGroup
from colloquy.studies.schemas import GroupUpdate, StageUpdate


async def update_stage(
    session: AsyncSession, actor: Actor, stage: Stage, given: StageUpdate
) -> Stage:
    """Change a stage's label, title or state; making one current closes the one before."""
    others = [row for row in await queries.stages(session, actor.study_id) if row.id != stage.id]
    if given.label is not None:
        refuse_taken_label(others, given.label)
        stage.label = given.label
    if given.title is not None:
        stage.title = given.title
    if given.state is not None:
        if given.state == StageState.CURRENT:
            for other in others:
                if other.state == StageState.CURRENT:
                    other.state = StageState.CLOSED
                    session.add(other)
        stage.state = given.state
    session.add(stage)
    record(session, actor, "study:stage:updated", stage.id, state=stage.state, label=stage.label)
    return stage


async def update_group(
    session: AsyncSession, actor: Actor, group: StakeholderGroup, given: GroupUpdate
) -> StakeholderGroup:
    """Change what was sent of a group's names and kind."""
    if given.name is not None:
        others = await queries.groups(session, actor.study_id)
        refuse_taken_name([row for row in others if row.id != group.id], given.name)
    for field, value in given.model_dump(exclude_none=True).items():
        setattr(group, field, value)
    session.add(group)
    record(session, actor, "study:group:updated", group.id, name=group.name)
    return group


async def order_stages(session: AsyncSession, actor: Actor, ids: Sequence[UUID]) -> Sequence[Stage]:
    """Put a study's stages in this order."""
    _put_in_order(session, await queries.stages(session, actor.study_id), ids)
    record(session, actor, "study:stages:ordered", actor.study_id)
    await session.flush()
    return await queries.stages(session, actor.study_id)


async def order_groups(
    session: AsyncSession, actor: Actor, ids: Sequence[UUID]
) -> Sequence[StakeholderGroup]:
    """Put a study's groups in this order, which also gives each its shape in charts."""
    _put_in_order(session, await queries.groups(session, actor.study_id), ids)
    record(session, actor, "study:groups:ordered", actor.study_id)
    await session.flush()
    return await queries.groups(session, actor.study_id)


async def remove_stage(session: AsyncSession, actor: Actor, stage: Stage) -> None:
    """Remove a stage to which nothing belongs; otherwise `Conflict`."""
    await _delete(
        session,
        stage,
        f"Mechanisms, rounds, meetings or other work belong to stage {stage.label}, so it stays.",
    )
    left = await queries.stages(session, actor.study_id)
    _put_in_order(session, left, [row.id for row in left])
    record(session, actor, "study:stage:removed", stage.id, label=stage.label)


async def remove_group(session: AsyncSession, actor: Actor, group: StakeholderGroup) -> None:
    """Remove a group to which nobody and nothing belongs; otherwise `Conflict`."""
    if people := await queries.count_in_group(session, group.id):
        count = "1 person is" if people == 1 else f"{people} people are"
        raise Conflict(f"{count} in the group “{group.name}”. Move them to another group first.")
    await announce(
        session, GroupRemoving(study_id=actor.study_id, group_id=group.id, name=group.name)
    )
    await _delete(
        session,
        group,
        f"Rounds or answers refer to the group “{group.name}”, so it stays. You can rename it.",
    )
    left = await queries.groups(session, actor.study_id)
    _put_in_order(session, left, [row.id for row in left])
    record(session, actor, "study:group:removed", group.id, name=group.name)


def refuse_taken_label(others: Sequence[Stage], label: str) -> None:
    """Raise `Conflict` where another stage has this label."""
    if any(other.label == label for other in others):
        raise Conflict(f"There is already a stage {label}. Choose another label.")


def refuse_taken_name(others: Sequence[StakeholderGroup], name: str) -> None:
    """Raise `Conflict` where another group has this name."""
    if any(other.name.casefold() == name.casefold() for other in others):
        raise Conflict(f"There is already a group “{name}”. Choose another name.")


def _put_in_order(
    session: AsyncSession, rows: Sequence[Stage] | Sequence[StakeholderGroup], ids: Sequence[UUID]
) -> None:
    by_id = {row.id: row for row in rows}
    if len(ids) != len(by_id) or set(ids) != set(by_id):
        raise Conflict("The list has changed in the meantime. Load the page again, then move it.")
    for position, row_id in enumerate(ids):
        by_id[row_id].position = position
        session.add(by_id[row_id])


async def _delete(session: AsyncSession, row: Stage | StakeholderGroup, refusal: str) -> None:
    """Delete a row; the foreign keys of every feature say whether something refers to it."""
    await session.delete(row)
    try:
        await session.flush()
    except IntegrityError as error:
        raise Conflict(refusal) from error

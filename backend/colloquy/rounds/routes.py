"""HTTP: building rounds, running them, answering them, and what came of them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.rounds import reading, service
from colloquy.rounds.answering import reading as panel_reading
from colloquy.rounds.answering.panel_schemas import MyRound, MyRoundListed
from colloquy.rounds.building import items as building
from colloquy.rounds.dependencies import PutRoundDep, RoundDep
from colloquy.rounds.running.schemas import Because
from colloquy.rounds.schemas import (
    RoundCreate,
    RoundItemIn,
    RoundItemOrder,
    RoundListed,
    RoundProgress,
    RoundRead,
    RoundUpdate,
)
from colloquy.studies.dependencies import CurrentActor, StudyDep, require

router = APIRouter(prefix="/api/studies/{study_id}/rounds", tags=["rounds"])

Builder = Annotated[Actor, Depends(require(Permission.ROUND_BUILD))]
Runner = Annotated[Actor, Depends(require(Permission.ROUND_RUN))]
Observer = Annotated[Actor, Depends(require(Permission.ROUND_READ_PROGRESS))]


@router.get("")
async def list_rounds(actor: Observer, session: SessionDep) -> list[RoundListed]:
    """Every round of the study."""
    return await reading.list_rounds(session, actor.study_id)


@router.get("/mine")
async def list_my_rounds(actor: CurrentActor, session: SessionDep) -> list[MyRoundListed]:
    """The rounds that were put before me."""
    return await panel_reading.list_my_rounds(session, actor)


@router.post("", status_code=201)
async def create_round(body: RoundCreate, actor: Builder, session: SessionDep) -> RoundRead:
    """Begin a draft."""
    round_ = await building.create_round(session, actor, body)
    return await reading.read_round(session, round_)


@router.get("/{round_id}")
async def read_round(_actor: Observer, round_: RoundDep, session: SessionDep) -> RoundRead:
    """A round as the team builds and runs it."""
    return await reading.read_round(session, round_)


@router.patch("/{round_id}")
async def update_round(
    body: RoundUpdate, actor: Builder, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Change a draft."""
    return await reading.read_round(
        session, await building.update_round(session, actor, round_, body)
    )


@router.delete("/{round_id}", status_code=204)
async def delete_round(actor: Builder, round_: RoundDep, session: SessionDep) -> None:
    """Throw a draft away."""
    await building.delete_round(session, actor, round_)


@router.post("/{round_id}/items", status_code=201)
async def add_item(
    body: RoundItemIn, actor: Builder, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Put a version or a statement into a draft."""
    await building.add_item(session, actor, round_, body)
    return await reading.read_round(session, round_)


@router.put("/{round_id}/items/order")
async def order_items(
    body: RoundItemOrder, actor: Builder, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Sort the items of a draft."""
    await building.order_items(session, actor, round_, body.item_ids)
    return await reading.read_round(session, round_)


@router.put("/{round_id}/items/{item_id}")
async def change_item(
    item_id: UUID, body: RoundItemIn, actor: Builder, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Replace an item of a draft and its questions."""
    await building.change_item(session, actor, round_, item_id, body)
    return await reading.read_round(session, round_)


@router.delete("/{round_id}/items/{item_id}")
async def remove_item(
    item_id: UUID, actor: Builder, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """Take an item out of a draft."""
    await building.remove_item(session, actor, round_, item_id)
    return await reading.read_round(session, round_)


@router.post("/{round_id}/open")
async def open_round(
    study: StudyDep, actor: Runner, round_: RoundDep, session: SessionDep, runtime: RuntimeDep
) -> RoundRead:
    """Lock the round, freeze its versions and mail everybody who is asked."""
    await service.open_round(session, actor, study, round_, runtime.settings)
    return await reading.read_round(session, round_)


@router.post("/{round_id}/close")
async def close_round(
    body: Because, actor: Runner, round_: RoundDep, session: SessionDep
) -> RoundRead:
    """End the round now."""
    await service.close_round(session, actor, round_, body.reason)
    return await reading.read_round(session, round_)


@router.get("/{round_id}/progress")
async def read_progress(_actor: Observer, round_: RoundDep, session: SessionDep) -> RoundProgress:
    """Turnout by group."""
    return await reading.read_progress(session, round_)


@router.get("/{round_id}/mine")
async def read_my_round(
    study: StudyDep, actor: CurrentActor, round_: PutRoundDep, session: SessionDep
) -> MyRound:
    """A round with my own answers."""
    return await panel_reading.read_my_round(session, actor, study, round_)


@router.post("/{round_id}/finish")
async def finish(
    study: StudyDep, actor: CurrentActor, round_: PutRoundDep, session: SessionDep
) -> MyRound:
    """Say that I am done."""
    await service.finish(session, actor, round_)
    return await panel_reading.read_my_round(session, actor, study, round_)

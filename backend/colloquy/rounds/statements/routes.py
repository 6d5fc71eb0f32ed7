"""HTTP: statements that the panel votes on and writes, and moderating them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import RuntimeDep, SessionDep
from colloquy.rounds.dependencies import PutRoundDep, RoundDep
from colloquy.rounds.statements import moderating
from colloquy.rounds.statements import writing as statements
from colloquy.rounds.statements.schemas import (
    LONGEST,
    AlikeStatement,
    ModerationIn,
    ModerationQueue,
    MyStatements,
    StatementIn,
    WrittenStatement,
)
from colloquy.studies.dependencies import CurrentActor, require

router = APIRouter(
    prefix="/api/studies/{study_id}/rounds/{round_id}/statements", tags=["statements"]
)

Moderator = Annotated[Actor, Depends(require(Permission.ROUND_MODERATE))]


@router.get("/mine")
async def read_my_statements(
    actor: CurrentActor, round_: PutRoundDep, session: SessionDep, runtime: RuntimeDep
) -> MyStatements:
    """The order in which I am shown statements, and those I wrote."""
    longest = runtime.settings.statement_length
    return await statements.read_my_statements(session, actor, round_, longest)


@router.get("/alike")
async def find_alike_statements(
    text: Annotated[str, Query(max_length=LONGEST)], round_: PutRoundDep, session: SessionDep
) -> list[AlikeStatement]:
    """Statements that say nearly the same as these words."""
    return await statements.find_alike_statements(session, round_, text)


@router.post("", status_code=201)
async def write_statement(
    body: StatementIn,
    actor: CurrentActor,
    round_: PutRoundDep,
    session: SessionDep,
    runtime: RuntimeDep,
) -> WrittenStatement:
    """Send a statement of mine in; a moderator looks at it first."""
    item = await statements.write_statement(session, actor, round_, body, runtime)
    return statements.read_written(item, is_free=True)


@router.delete("/{item_id}", status_code=204)
async def take_back(
    item_id: UUID, actor: CurrentActor, round_: PutRoundDep, session: SessionDep
) -> None:
    """Take a statement of mine back, until somebody has voted on it."""
    await statements.take_back(session, actor, round_, item_id)


@router.get("")
async def read_queue(
    _actor: Moderator, round_: RoundDep, session: SessionDep, runtime: RuntimeDep
) -> ModerationQueue:
    """What the panel wrote, for moderators."""
    return await moderating.read_queue(session, round_, runtime.settings.statement_length)


@router.put("/{item_id}/standing")
async def moderate(
    item_id: UUID,
    body: ModerationIn,
    actor: Moderator,
    round_: RoundDep,
    session: SessionDep,
    runtime: RuntimeDep,
) -> ModerationQueue:
    """Accept a statement or refuse it."""
    await moderating.moderate(session, actor, round_, item_id, body)
    return await moderating.read_queue(session, round_, runtime.settings.statement_length)

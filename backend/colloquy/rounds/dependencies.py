"""The round in the path, for those who may know of it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.clock import now
from colloquy.core.errors import Forbidden, NotFound
from colloquy.core.web import SessionDep
from colloquy.rounds import policy, queries
from colloquy.rounds.building import pilot_queries
from colloquy.rounds.models import Round
from colloquy.rounds.service import find_round
from colloquy.studies.dependencies import CurrentActor


async def get_round(round_id: UUID, actor: CurrentActor, session: SessionDep) -> Round:
    """The round in the path; until it opens it is not there for anybody but the team."""
    round_ = await find_round(session, actor.study_id, round_id)
    if policy.is_put_before_panel(round_, now()) or policy.sees_the_work(actor):
        return round_
    if policy.is_tried(round_) and await pilot_queries.tries(session, round_.id, actor.member_id):
        return round_
    raise NotFound("There is no such round in this study.")


RoundDep = Annotated[Round, Depends(get_round)]


async def get_put_round(round_: RoundDep, actor: CurrentActor, session: SessionDep) -> Round:
    """The round in the path, for those it was put before, or who try it out."""
    if policy.is_tried(round_):
        if await pilot_queries.tries(session, round_.id, actor.member_id):
            return round_
        raise Forbidden("This round is being tried out by others.")
    if not policy.is_put_before_panel(round_, now()):
        raise NotFound("There is no such round in this study.")
    if not await _was_asked(session, actor, round_):
        raise Forbidden("This round asks other stakeholder groups.")
    return round_


async def _was_asked(session: AsyncSession, actor: Actor, round_: Round) -> bool:
    """True for those in its groups, and for those who began it before they changed groups."""
    group_ids = await queries.group_ids(session, [round_.id])
    if policy.is_asked(actor, group_ids[round_.id]):
        return True
    part = await queries.participation(session, round_.id, actor.member_id)
    return part is not None and actor.may(Permission.ROUND_ANSWER)


PutRoundDep = Annotated[Round, Depends(get_put_round)]


async def get_judged_round(round_: RoundDep, actor: CurrentActor, session: SessionDep) -> Round:
    """The round in the path, for those who may see what came of it."""
    if not (policy.sees_the_work(actor) or await _was_asked(session, actor, round_)):
        raise Forbidden("This round asked other stakeholder groups.")
    return round_


JudgedRoundDep = Annotated[Round, Depends(get_judged_round)]

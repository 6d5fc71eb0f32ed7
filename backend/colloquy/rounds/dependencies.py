"""The round in the path, for those who may know of it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from colloquy.core.errors import Forbidden, NotFound
from colloquy.core.web import SessionDep
from colloquy.rounds import policy, queries
from colloquy.rounds.models import Round, RoundState
from colloquy.rounds.service import find_round
from colloquy.studies.dependencies import CurrentActor


async def get_round(round_id: UUID, actor: CurrentActor, session: SessionDep) -> Round:
    """The round in the path; a draft is not there for anybody but the team."""
    round_ = await find_round(session, actor.study_id, round_id)
    if round_.state == RoundState.DRAFT and not policy.sees_the_work(actor):
        raise NotFound("There is no such round in this study.")
    return round_


RoundDep = Annotated[Round, Depends(get_round)]


async def get_put_round(round_: RoundDep, actor: CurrentActor, session: SessionDep) -> Round:
    """The round in the path, for those it was put before."""
    if round_.state == RoundState.DRAFT:
        raise NotFound("There is no such round in this study.")
    group_ids = await queries.group_ids(session, [round_.id])
    if not policy.is_asked(actor, group_ids[round_.id]):
        raise Forbidden("This round asks other stakeholder groups.")
    return round_


PutRoundDep = Annotated[Round, Depends(get_put_round)]


async def get_judged_round(round_: RoundDep, actor: CurrentActor, session: SessionDep) -> Round:
    """The round in the path, for those who may see what came of it."""
    group_ids = await queries.group_ids(session, [round_.id])
    if not policy.may_see_results(actor, group_ids[round_.id]):
        raise Forbidden("This round asked other stakeholder groups.")
    return round_


JudgedRoundDep = Annotated[Round, Depends(get_judged_round)]

"""The round in the path, for those who may know of it."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.clock import now
from colloquy.core.errors import Forbidden, NotFound
from colloquy.core.web import SessionDep
from colloquy.rounds import policy, quick_queries
from colloquy.rounds.models import Round
from colloquy.studies.dependencies import CurrentActor


@dataclass(frozen=True, slots=True)
class Standing:
    """A round and what the member who asks has to do with it."""

    round_: Round
    was_asked: bool
    tries: bool


async def get_standing(round_id: UUID, actor: CurrentActor, session: SessionDep) -> Standing:
    """The round in the path; until it opens it is not there for anybody but the team."""
    found = await quick_queries.round_for(session, actor, round_id)
    if found is None:
        raise NotFound("There is no such round in this study.")
    return stand(actor, *found)


StandingDep = Annotated[Standing, Depends(get_standing)]


async def get_round(standing: StandingDep) -> Round:
    """The round in the path, for the team and for those it was put before or who try it out."""
    return standing.round_


RoundDep = Annotated[Round, Depends(get_round)]


async def get_put_round(standing: StandingDep) -> Round:
    """The round in the path, for those it was put before, or who try it out."""
    return put_before(standing)


PutRoundDep = Annotated[Round, Depends(get_put_round)]


async def get_judged_round(standing: StandingDep, actor: CurrentActor) -> Round:
    """The round in the path, for those who may see what came of it."""
    if not (policy.sees_the_work(actor) or standing.was_asked):
        raise Forbidden("This round asked other stakeholder groups.")
    return standing.round_


JudgedRoundDep = Annotated[Round, Depends(get_judged_round)]


def stand(actor: Actor, round_: Round, was_asked: bool, tries: bool) -> Standing:
    """What a member has to do with a round that they may know of; `NotFound` otherwise."""
    is_known = (
        policy.is_put_before_panel(round_, now())
        or policy.sees_the_work(actor)
        or (policy.is_tried(round_) and tries)
    )
    if not is_known:
        raise NotFound("There is no such round in this study.")
    return Standing(round_, was_asked and actor.may(Permission.ROUND_ANSWER), tries)


def put_before(standing: Standing) -> Round:
    """The round, for those it was put before, or who try it out; `Forbidden` otherwise."""
    round_ = standing.round_
    if policy.is_tried(round_):
        if standing.tries:
            return round_
        raise Forbidden("This round is being tried out by others.")
    if not policy.is_put_before_panel(round_, now()):
        raise NotFound("There is no such round in this study.")
    if not standing.was_asked:
        raise Forbidden("This round asks other stakeholder groups.")
    return round_

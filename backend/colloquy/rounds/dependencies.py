"""The round in the path, for those who may know of it."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlmodel.ext.asyncio.session import AsyncSession

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
    return await _stand(session, actor, round_id)


StandingDep = Annotated[Standing, Depends(get_standing)]


async def get_round(standing: StandingDep) -> Round:
    """The round in the path, for the team and for those it was put before or who try it out."""
    return standing.round_


RoundDep = Annotated[Round, Depends(get_round)]


async def get_put_round(standing: StandingDep) -> Round:
    """The round in the path, for those it was put before, or who try it out."""
    return _put_before(standing)


PutRoundDep = Annotated[Round, Depends(get_put_round)]


async def get_held_round(round_id: UUID, actor: CurrentActor, session: SessionDep) -> Round:
    """As `get_put_round`, and no closing can come between this and the end of the request."""
    return _put_before(await _stand(session, actor, round_id, hold=True))


HeldRoundDep = Annotated[Round, Depends(get_held_round)]


async def get_judged_round(standing: StandingDep, actor: CurrentActor) -> Round:
    """The round in the path, for those who may see what came of it."""
    if not (policy.sees_the_work(actor) or standing.was_asked):
        raise Forbidden("This round asked other stakeholder groups.")
    return standing.round_


JudgedRoundDep = Annotated[Round, Depends(get_judged_round)]


async def _stand(
    session: AsyncSession, actor: Actor, round_id: UUID, *, hold: bool = False
) -> Standing:
    found = await quick_queries.round_for(session, actor, round_id, hold=hold)
    if found is None:
        raise NotFound("There is no such round in this study.")
    round_, was_asked, tries = found
    is_known = (
        policy.is_put_before_panel(round_, now())
        or policy.sees_the_work(actor)
        or (policy.is_tried(round_) and tries)
    )
    if not is_known:
        raise NotFound("There is no such round in this study.")
    return Standing(round_, was_asked and actor.may(Permission.ROUND_ANSWER), tries)


def _put_before(standing: Standing) -> Round:
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

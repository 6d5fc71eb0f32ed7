"""A draft as somebody of a stakeholder group would meet it; nothing is kept."""

from dataclasses import replace
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Role
from colloquy.rounds.answering.panel_schemas import MyRound
from colloquy.rounds.answering.reading import read_my_round
from colloquy.rounds.models import Round
from colloquy.studies.models import Study
from colloquy.studies.service import find_group


async def preview_round(
    session: AsyncSession, actor: Actor, study: Study, round_: Round, group_id: UUID
) -> MyRound:
    """What the panel's own page would read, for a person of that group who has answered nothing."""
    group = await find_group(session, actor.study_id, group_id)
    # the group's id stands for a person of it: nobody's answers are found, and a shuffled order
    # is the same at every look
    somebody = replace(actor, member_id=group.id, group_id=group.id, roles=frozenset({Role.PANEL}))
    return await read_my_round(session, somebody, study, round_)

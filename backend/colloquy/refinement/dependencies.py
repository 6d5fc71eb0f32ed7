"""The proposal in the path, for those who may read proposals."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import SessionDep
from colloquy.refinement.models import Proposal
from colloquy.refinement.service import find_proposal
from colloquy.studies.dependencies import require

ProposalReader = Annotated[Actor, Depends(require(Permission.PROPOSAL_READ))]
ProposalWriter = Annotated[Actor, Depends(require(Permission.PROPOSAL_WRITE))]
ProposalDecider = Annotated[Actor, Depends(require(Permission.PROPOSAL_DECIDE))]
Tracer = Annotated[Actor, Depends(require(Permission.TRACE_READ))]
Answered = Annotated[Actor, Depends(require(Permission.ANSWER_READ_OWN))]


async def get_proposal(proposal_id: UUID, actor: ProposalReader, session: SessionDep) -> Proposal:
    """The proposal in the path, of the same study."""
    return await find_proposal(session, actor.study_id, proposal_id)


ProposalDep = Annotated[Proposal, Depends(get_proposal)]

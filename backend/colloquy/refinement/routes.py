"""HTTP: proposals and decisions, considerations, my answer, and the trace."""

from uuid import UUID

from fastapi import APIRouter

from colloquy.core.web import SessionDep
from colloquy.refinement import answering, reading, service, tracing, unanswered
from colloquy.refinement.acceptance import decide
from colloquy.refinement.answer_schemas import MyAnswer
from colloquy.refinement.dependencies import (
    Answered,
    ProposalDecider,
    ProposalDep,
    ProposalReader,
    ProposalWriter,
    Tracer,
)
from colloquy.refinement.models import ProposalState
from colloquy.refinement.schemas import (
    BringUpToDate,
    ConsiderationRead,
    ConsiderationWrite,
    Decision,
    ProposalCreate,
    ProposalEdit,
    ProposalListed,
    ProposalRead,
    UnansweredPage,
)
from colloquy.refinement.trace_schemas import Voices
from colloquy.studies.dependencies import StudyDep

router = APIRouter(prefix="/api/studies/{study_id}", tags=["refinement"])


@router.get("/proposals")
async def list_proposals(
    actor: ProposalReader, session: SessionDep, state: ProposalState | None = None
) -> list[ProposalListed]:
    """The study's proposals, newest first."""
    return await reading.list_proposals(session, actor.study_id, state)


@router.post("/proposals", status_code=201)
async def write_proposal(
    body: ProposalCreate, actor: ProposalWriter, session: SessionDep
) -> ProposalRead:
    """Put a change to the theory forward."""
    proposal = await service.write_proposal(session, actor, body)
    return await reading.read_proposal(session, actor, proposal)


@router.get("/proposals/{proposal_id}")
async def read_proposal(
    proposal: ProposalDep, actor: ProposalReader, session: SessionDep
) -> ProposalRead:
    """A proposal with its words against what it starts from, and its evidence."""
    return await reading.read_proposal(session, actor, proposal)


@router.put("/proposals/{proposal_id}")
async def edit_proposal(
    body: ProposalEdit, proposal: ProposalDep, actor: ProposalWriter, session: SessionDep
) -> ProposalRead:
    """Write an open proposal anew."""
    changed = await service.edit_proposal(session, actor, proposal, body)
    return await reading.read_proposal(session, actor, changed)


@router.post("/proposals/{proposal_id}/withdraw")
async def withdraw_proposal(
    proposal: ProposalDep, actor: ProposalWriter, session: SessionDep
) -> ProposalRead:
    """Take an open proposal back."""
    changed = await service.withdraw_proposal(session, actor, proposal)
    return await reading.read_proposal(session, actor, changed)


@router.post("/proposals/{proposal_id}/bring-up-to-date")
async def bring_up_to_date(
    body: BringUpToDate, proposal: ProposalDep, actor: ProposalWriter, session: SessionDep
) -> ProposalRead:
    """Let a proposal start from the newest versions that have been looked at."""
    changed = await service.bring_up_to_date(session, actor, proposal, body)
    return await reading.read_proposal(session, actor, changed)


@router.post("/proposals/{proposal_id}/decision")
async def decide_proposal(
    body: Decision, proposal: ProposalDep, actor: ProposalDecider, session: SessionDep
) -> ProposalRead:
    """Accept or reject a proposal, with the reason."""
    decided = await decide(session, actor, proposal, body)
    return await reading.read_proposal(session, actor, decided)


@router.get("/unanswered")
async def list_unanswered(actor: ProposalReader, session: SessionDep) -> UnansweredPage:
    """Words of the panel that have had no answer yet."""
    return await unanswered.list_unanswered(session, actor)


@router.get("/considerations")
async def list_considerations(
    actor: ProposalReader, session: SessionDep, document_id: UUID | None = None
) -> list[ConsiderationRead]:
    """What was considered and not followed."""
    return await reading.list_considerations(session, actor.study_id, document_id)


@router.put("/documents/{document_id}/consideration")
async def consider(
    document_id: UUID, body: ConsiderationWrite, actor: ProposalDecider, session: SessionDep
) -> ConsiderationRead:
    """Say that somebody's words were considered and not followed, and why."""
    consideration = await service.consider(session, actor, document_id, body)
    return await reading.read_consideration(session, consideration)


@router.delete("/considerations/{consideration_id}", status_code=204)
async def take_back_consideration(
    consideration_id: UUID, actor: ProposalDecider, session: SessionDep
) -> None:
    """Let words be open to consideration again."""
    await service.take_back_consideration(session, actor, consideration_id)


@router.get("/my-answer")
async def read_my_answer(actor: Answered, session: SessionDep) -> MyAnswer:
    """What I said, what became of it, and what changed in the theory since."""
    return await answering.read_my_answer(session, actor)


@router.get("/versions/{version_id}/voices")
async def read_voices(
    version_id: UUID, study: StudyDep, actor: Tracer, session: SessionDep
) -> Voices:
    """Every voice behind a version."""
    return await tracing.read_voices(session, study, actor, version_id)

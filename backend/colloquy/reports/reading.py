"""The home of a study, put together for its team."""

from collections import Counter
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.meetings.planning.reading import list_meetings
from colloquy.refinement.models import ProposalState
from colloquy.refinement.reading import list_proposals
from colloquy.refinement.unanswered import count_unanswered
from colloquy.reports import queries
from colloquy.reports.equity import read_equity
from colloquy.reports.schemas import (
    EvidenceCounts,
    MechanismCounts,
    Overview,
    ProposalCounts,
    StageNow,
)
from colloquy.reports.waiting import Situation, find_waiting
from colloquy.rounds.commenting.awaiting import (
    count_awaiting_comments,
    count_awaiting_statements,
)
from colloquy.rounds.reading import list_rounds
from colloquy.studies.models import StageState
from colloquy.studies.reading import count_recruitment
from colloquy.theory.policy import is_frozen
from colloquy.theory.reading import current_versions


async def read_overview(session: AsyncSession, actor: Actor) -> Overview:
    """A study at a glance, and what waits for the member who asks."""
    study_id = actor.study_id
    stages = await queries.stages(session, study_id)
    current = next((stage for stage in stages if stage.state == StageState.CURRENT), None)
    equity = await read_equity(session, study_id)
    situation = Situation(
        moment=now(),
        stages=len(stages),
        groups=len(equity.groups),
        recruitment=await count_recruitment(session, study_id),
        rounds=await list_rounds(session, study_id),
        meetings=await list_meetings(session, actor),
        mechanisms=await _count_mechanisms(session, study_id),
        proposals=await _count_proposals(session, study_id),
        evidence=EvidenceCounts(
            documents=await queries.count_documents(session, study_id),
            uncoded=await queries.count_uncoded(session, study_id),
            excerpts=await queries.count_excerpts(session, study_id),
        ),
        unmoderated=await count_awaiting_comments(session, actor),
        waiting_statements=await count_awaiting_statements(session, study_id),
        uncited=await queries.count_uncited(session, study_id),
        unanswered=await count_unanswered(session, study_id),
    )
    return Overview(
        stage=StageNow(id=current.id, label=current.label, title=current.title)
        if current
        else None,
        waiting=find_waiting(actor, situation),
        recruitment=list(situation.recruitment),
        rounds=list(situation.rounds),
        meetings=list(situation.meetings),
        mechanisms=situation.mechanisms,
        proposals=situation.proposals,
        evidence=situation.evidence,
        equity=equity,
    )


async def _count_mechanisms(session: AsyncSession, study_id: UUID) -> MechanismCounts:
    living = (await current_versions(session, study_id)).values()
    frozen = sum(is_frozen(version) for version in living)
    return MechanismCounts(
        frozen=frozen,
        draft=len(living) - frozen,
        retired=await queries.count_retired(session, study_id),
    )


async def _count_proposals(session: AsyncSession, study_id: UUID) -> ProposalCounts:
    proposals = await list_proposals(session, study_id, None)
    states = Counter(proposal.state for proposal in proposals)
    return ProposalCounts(
        open=states[ProposalState.OPEN],
        out_of_date=sum(proposal.is_out_of_date for proposal in proposals),
        accepted=states[ProposalState.ACCEPTED],
        rejected=states[ProposalState.REJECTED],
    )

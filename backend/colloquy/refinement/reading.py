"""Proposals and considerations, put together for reading."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.coding.reading import excerpts
from colloquy.refinement import policy, queries
from colloquy.refinement.drafting import version_in
from colloquy.refinement.models import (
    Consideration,
    Proposal,
    ProposalKind,
    ProposalOutcome,
    ProposalState,
    ProposalSubject,
)
from colloquy.refinement.schemas import (
    CmocTold,
    ConsiderationRead,
    DecidedEdgeRead,
    DecisionRead,
    EvidenceRead,
    OutcomeRead,
    PersonRead,
    ProposalListed,
    ProposalRead,
    SubjectRead,
    Verdict,
)
from colloquy.refinement.standing import SubjectStanding, find_standings, out_of_date
from colloquy.theory.configurations import read_cmocs, tell
from colloquy.theory.differing import compare_unsaved, compare_versions
from colloquy.theory.models import LineageKind, MechanismVersion
from colloquy.theory.reading import read_versions
from colloquy.theory.schemas import CmocIn, VersionLabel, VersionRead

_VERDICTS: dict[str, Verdict] = {
    ProposalState.ACCEPTED: ProposalState.ACCEPTED,
    ProposalState.REJECTED: ProposalState.REJECTED,
}


async def list_proposals(
    session: AsyncSession, study_id: UUID, state: ProposalState | None
) -> list[ProposalListed]:
    """A study's proposals, newest first."""
    proposals = await queries.proposals(session, study_id, state)
    ids = [proposal.id for proposal in proposals]
    subjects = await queries.subjects(session, ids)
    labels = await _labels(session, study_id, [subject.version_id for subject in subjects])
    by_proposal: defaultdict[UUID, list[VersionLabel]] = defaultdict(list)
    for subject in subjects:
        by_proposal[subject.proposal_id].append(labels[subject.version_id])
    evidence = await queries.count_evidence(session, ids)
    names = await queries.names(session, {proposal.proposed_by for proposal in proposals})
    stages = await queries.stage_labels(session, study_id)
    stale = await out_of_date(session, proposals, subjects)
    return [
        ProposalListed(
            id=proposal.id,
            kind=ProposalKind(proposal.kind),
            title=proposal.title,
            state=ProposalState(proposal.state),
            stage_label=stages[proposal.stage_id],
            proposed_by=PersonRead(id=proposal.proposed_by, name=names[proposal.proposed_by]),
            created_at=proposal.created_at,
            decided_at=proposal.decided_at,
            subjects=by_proposal[proposal.id],
            evidence=evidence.get(proposal.id, 0),
            is_out_of_date=proposal.id in stale,
        )
        for proposal in proposals
    ]


async def read_proposal(session: AsyncSession, actor: Actor, proposal: Proposal) -> ProposalRead:
    """A proposal whole: its words against what it starts from, its evidence, what was decided."""
    parts = await _gather(session, proposal)
    names = await queries.names(
        session, {one for one in (proposal.proposed_by, proposal.decided_by) if one}
    )
    stages = await queries.stage_labels(session, proposal.study_id)
    subjects = [await _read_subject(session, parts, subject) for subject in parts.subjects]
    return ProposalRead(
        id=proposal.id,
        kind=ProposalKind(proposal.kind),
        title=proposal.title,
        rationale=proposal.rationale,
        state=ProposalState(proposal.state),
        revision=proposal.revision,
        stage_id=proposal.stage_id,
        stage_label=stages[proposal.stage_id],
        proposed_by=PersonRead(id=proposal.proposed_by, name=names[proposal.proposed_by]),
        created_at=proposal.created_at,
        decision=_decision(proposal, names),
        subjects=subjects,
        outcomes=[await _read_outcome(session, parts, outcome) for outcome in parts.outcomes],
        evidence=await _read_evidence(session, actor, proposal),
        edges=await _read_edges(session, proposal),
        is_out_of_date=any(subject.standing != "current" for subject in subjects),
        can_edit=policy.can_edit(actor, proposal),
        can_decide=policy.can_decide(actor, proposal),
    )


async def list_considerations(
    session: AsyncSession, study_id: UUID, document_id: UUID | None
) -> list[ConsiderationRead]:
    """What was considered and not followed, in a study or of one document, oldest first."""
    found = await queries.considerations(
        session, study_id, None if document_id is None else [document_id]
    )
    names = await queries.names(session, {one.member_id for one in found})
    return [_read_consideration(one, names) for one in found]


async def read_consideration(
    session: AsyncSession, consideration: Consideration
) -> ConsiderationRead:
    """That somebody's words were considered and not followed, and why."""
    names = await queries.names(session, {consideration.member_id})
    return _read_consideration(consideration, names)


def label(version: VersionRead) -> VersionLabel:
    """Enough of a version to name it."""
    return VersionLabel.model_validate(version, from_attributes=True)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a proposal starts from and would make, with the rows and readings of every version."""

    is_open: bool
    subjects: Sequence[ProposalSubject]
    outcomes: Sequence[ProposalOutcome]
    standings: Mapping[UUID, SubjectStanding]
    rows: Mapping[UUID, MechanismVersion]
    versions: Mapping[UUID, VersionRead]


async def _gather(session: AsyncSession, proposal: Proposal) -> _Parts:
    subjects = await queries.subjects(session, [proposal.id])
    outcomes = await queries.outcomes(session, [proposal.id])
    standings = await find_standings(session, subjects)
    ids = {subject.version_id for subject in subjects}
    ids |= {standing.newest.id for standing in standings.values()}
    ids |= {outcome.made_version_id for outcome in outcomes if outcome.made_version_id}
    return _Parts(
        is_open=policy.is_open(proposal),
        subjects=subjects,
        outcomes=outcomes,
        standings=standings,
        rows={version.id: version for version in await queries.versions(session, ids)},
        versions=await read_versions(session, proposal.study_id, ids),
    )


async def _read_subject(
    session: AsyncSession, parts: _Parts, subject: ProposalSubject
) -> SubjectRead:
    """What became of a subject matters only until the proposal is decided."""
    found = parts.standings[subject.id]
    version = parts.versions[subject.version_id]
    if not parts.is_open or found.standing == "current":
        return SubjectRead(
            version=version,
            is_target=subject.is_target,
            standing="current",
            since="",
            newest=None,
            changes_since=None,
        )
    changes = None
    if found.newest.id != subject.version_id:
        changes = await compare_versions(session, parts.rows[subject.version_id], found.newest)
    return SubjectRead(
        version=version,
        is_target=subject.is_target,
        standing=found.standing,
        since=found.since,
        newest=parts.versions[found.newest.id],
        changes_since=changes,
    )


async def _read_outcome(
    session: AsyncSession, parts: _Parts, outcome: ProposalOutcome
) -> OutcomeRead:
    given = version_in(outcome)
    bases = _bases(parts, outcome)
    made = parts.versions[outcome.made_version_id] if outcome.made_version_id else None
    return OutcomeRead(
        id=outcome.id,
        mechanism_id=outcome.mechanism_id,
        title=outcome.title,
        definition=outcome.definition,
        plain_summary=outcome.plain_summary,
        cmocs=_tell(given.cmocs),
        differences=[await compare_unsaved(session, base, given) for base in bases],
        made=label(made) if made else None,
    )


def _bases(parts: _Parts, outcome: ProposalOutcome) -> list[MechanismVersion]:
    """What an outcome is set against: the mechanism that it carries on, else every subject."""
    rows = [parts.rows[subject.version_id] for subject in parts.subjects]
    return [row for row in rows if row.mechanism_id == outcome.mechanism_id] or rows


def _tell(cmocs: Sequence[CmocIn]) -> list[CmocTold]:
    written = read_cmocs(cmocs)
    return [
        CmocTold(level=one.level, tells_of=one.tells_of, **tell(one.elements).model_dump())
        for one in written
    ]


async def _read_evidence(
    session: AsyncSession, actor: Actor, proposal: Proposal
) -> list[EvidenceRead]:
    cited = await queries.evidence(session, [proposal.id])
    ids = [row.coding_id for row in cited]
    found = {one.coding_id: one for one in await excerpts(session, actor, ids=ids)}
    return [
        EvidenceRead(coding_id=row.coding_id, note=row.note, excerpt=found[row.coding_id])
        for row in cited
        if row.coding_id in found
    ]


async def _read_edges(session: AsyncSession, proposal: Proposal) -> list[DecidedEdgeRead]:
    edges = await queries.edges(session, proposal.id)
    ends = [end for edge in edges for end in (edge.from_version_id, edge.to_version_id) if end]
    labels = await _labels(session, proposal.study_id, ends)
    return [
        DecidedEdgeRead(
            id=edge.id,
            kind=LineageKind(edge.kind),
            is_part=edge.is_part,
            before=labels[edge.from_version_id] if edge.from_version_id else None,
            after=labels[edge.to_version_id] if edge.to_version_id else None,
        )
        for edge in edges
    ]


async def _labels(
    session: AsyncSession, study_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, VersionLabel]:
    stages = await queries.stage_labels(session, study_id)
    return {
        row.id: VersionLabel(
            id=row.id,
            mechanism_id=row.mechanism_id,
            number=row.number,
            title=row.title,
            stage_id=row.stage_id,
            stage_label=stages[row.stage_id],
        )
        for row in await queries.versions(session, ids)
    }


def _decision(proposal: Proposal, names: Mapping[UUID, str]) -> DecisionRead | None:
    if proposal.decided_by is None or proposal.decided_at is None:
        return None
    return DecisionRead(
        verdict=_VERDICTS[proposal.state],
        by=PersonRead(id=proposal.decided_by, name=names[proposal.decided_by]),
        at=proposal.decided_at,
        reason=proposal.decision_reason,
        plain_reason=proposal.decision_plain,
    )


def _read_consideration(one: Consideration, names: Mapping[UUID, str]) -> ConsiderationRead:
    return ConsiderationRead(
        id=one.id,
        document_id=one.document_id,
        segment_id=one.segment_id,
        reason=one.reason,
        by=PersonRead(id=one.member_id, name=names[one.member_id]),
        at=one.created_at,
    )

"""Deciding a proposal: on a yes, everything that follows from it happens in one transaction."""

from collections.abc import Sequence
from itertools import product
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.refinement import policy, queries
from colloquy.refinement.drafting import version_in
from colloquy.refinement.models import (
    DecidedEdge,
    Proposal,
    ProposalKind,
    ProposalOutcome,
    ProposalState,
    ProposalSubject,
)
from colloquy.refinement.schemas import Decision
from colloquy.refinement.service import refuse_unseen
from colloquy.refinement.shapes import SHAPES
from colloquy.refinement.standing import find_standings
from colloquy.theory.models import LineageKind, Mechanism, MechanismVersion
from colloquy.theory.service import add_edge, create_mechanism, freeze, make_version, retire

Ends = tuple[LineageKind, UUID | None, UUID | None]


async def decide(
    session: AsyncSession, actor: Actor, proposal: Proposal, given: Decision
) -> Proposal:
    """Accept or reject an open proposal; the same decision sent again changes nothing."""
    proposal = await queries.lock_proposal(session, proposal.id)
    if _is_decided_so(actor, proposal, given):
        return proposal
    if not policy.is_open(proposal):
        raise await _decided_already(session, proposal)
    refuse_unseen(proposal, given.revision)
    proposal.decision_reason, proposal.decision_plain = given.reason, given.plain_reason
    if given.verdict == ProposalState.ACCEPTED:
        await _change_the_theory(session, actor, proposal)
    proposal.state = given.verdict
    proposal.decided_by, proposal.decided_at = actor.member_id, now()
    session.add(proposal)
    record(session, actor, f"refinement:proposal:{given.verdict}", proposal.id)
    return proposal


async def _change_the_theory(session: AsyncSession, actor: Actor, proposal: Proposal) -> None:
    subjects = await queries.subjects(session, [proposal.id])
    versions = {
        version.id: version
        for version in await queries.versions(session, {one.version_id for one in subjects})
    }
    mechanisms = await queries.lock_mechanisms(
        session, {version.mechanism_id for version in versions.values()}
    )
    await _refuse_what_came_between(session, subjects)
    outcomes = await queries.outcomes(session, [proposal.id])
    made = [await _make(session, actor, proposal, outcome, mechanisms) for outcome in outcomes]
    await _draw_edges(session, actor, proposal, subjects, made)
    carried_on = {outcome.mechanism_id for outcome in outcomes}
    for mechanism_id, mechanism in mechanisms.items():
        if mechanism_id not in carried_on:
            await retire(session, actor, mechanism)
    # those whose words are cited are shown the words before and after, so neither may change
    await freeze(
        session,
        actor,
        [*versions, *(version.id for version in made)],
        because=f"The proposal “{proposal.title}”",
    )


async def _refuse_what_came_between(
    session: AsyncSession, subjects: Sequence[ProposalSubject]
) -> None:
    standings = await find_standings(session, subjects)
    between = [one.since for one in standings.values() if one.standing != "current"]
    if between:
        raise Conflict(
            f"{' '.join(between)} Nothing has been changed. Look at the difference, bring this "
            "proposal up to date, and then decide."
        )


async def _make(
    session: AsyncSession,
    actor: Actor,
    proposal: Proposal,
    outcome: ProposalOutcome,
    mechanisms: dict[UUID, Mechanism],
) -> MechanismVersion:
    given = version_in(outcome, change_note=proposal.title)
    if outcome.mechanism_id:
        mechanism = mechanisms[outcome.mechanism_id]
        version = await make_version(session, actor, mechanism, proposal.stage_id, given)
    else:
        version = await create_mechanism(session, actor, proposal.stage_id, given)
    outcome.made_version_id = version.id
    session.add(outcome)
    return version


async def _draw_edges(
    session: AsyncSession,
    actor: Actor,
    proposal: Proposal,
    subjects: Sequence[ProposalSubject],
    made: Sequence[MechanismVersion],
) -> None:
    kind = ProposalKind(proposal.kind)
    for edge_kind, before, after in _edges(kind, subjects, made):
        edge = await add_edge(
            session,
            actor,
            edge_kind,
            from_version_id=before,
            to_version_id=after,
            is_part=edge_kind is LineageKind.SPLITS,
            # the panel reads it: the plain reason, never the team's rationale
            note=(proposal.decision_plain if kind is ProposalKind.ARISE else "") or proposal.title,
        )
        session.add(DecidedEdge(proposal_id=proposal.id, edge_id=edge.id))


def _edges(
    kind: ProposalKind, subjects: Sequence[ProposalSubject], made: Sequence[MechanismVersion]
) -> list[Ends]:
    """From every subject to everything made; a target is revised by what is folded into it."""
    befores = [subject.version_id for subject in subjects if not subject.is_target] or [None]
    afters = [version.id for version in made] or [None]
    ends: list[Ends] = [
        (SHAPES[kind].edge, before, after) for before, after in product(befores, afters)
    ]
    ends += [
        (LineageKind.REVISES, subject.version_id, afters[0])
        for subject in subjects
        if subject.is_target
    ]
    return ends


def _is_decided_so(actor: Actor, proposal: Proposal, given: Decision) -> bool:
    return (proposal.state, proposal.decided_by, proposal.decision_reason) == (
        given.verdict,
        actor.member_id,
        given.reason,
    )


async def _decided_already(session: AsyncSession, proposal: Proposal) -> Conflict:
    if proposal.decided_by is None:
        return Conflict("This proposal has been withdrawn, so there is nothing to decide.")
    names = await queries.names(session, [proposal.decided_by])
    return Conflict(
        f"{names[proposal.decided_by]} {proposal.state} this proposal already. "
        "A decision stands; to change the theory again, write a new proposal."
    )

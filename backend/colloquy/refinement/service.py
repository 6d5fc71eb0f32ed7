"""Writing proposals, bringing them up to date, and answering words that are not followed."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict, NotFound
from colloquy.refinement import policy, queries
from colloquy.refinement.drafting import (
    Draft,
    check_evidence,
    draft,
    stored_cmocs,
    words_of_version,
)
from colloquy.refinement.models import (
    Consideration,
    Proposal,
    ProposalEvidence,
    ProposalKind,
    ProposalOutcome,
    ProposalState,
    ProposalSubject,
)
from colloquy.refinement.schemas import (
    BringUpToDate,
    ConsiderationWrite,
    ProposalCreate,
    ProposalEdit,
    ProposalWrite,
)
from colloquy.refinement.shapes import carried_on
from colloquy.studies.service import current_stage, find_stage
from colloquy.texts.service import find_document, find_segment
from colloquy.theory.models import MechanismVersion
from colloquy.theory.reading import read_versions


async def find_proposal(session: AsyncSession, study_id: UUID, proposal_id: UUID) -> Proposal:
    """A proposal of this study, or `NotFound`."""
    proposal = await queries.proposal(session, study_id, proposal_id)
    if proposal is None:
        raise NotFound("There is no such proposal in this study.")
    return proposal


async def write_proposal(session: AsyncSession, actor: Actor, given: ProposalCreate) -> Proposal:
    """Put a proposal forward; sent again with the same `client_id`, it is put forward once."""
    if known := await queries.proposal_of_client(session, actor.study_id, given.client_id):
        return known
    drafted = await draft(session, actor.study_id, given)
    await check_evidence(session, actor.study_id, given.evidence)
    proposal = Proposal(
        study_id=actor.study_id,
        stage_id=await _stage_id(session, actor, given.stage_id),
        kind=given.kind,
        title=given.title,
        rationale=given.rationale,
        proposed_by=actor.member_id,
        client_id=given.client_id,
    )
    try:
        async with session.begin_nested():
            session.add(proposal)
    except IntegrityError:  # the same proposal came twice at once, and the other was first
        known = await queries.proposal_of_client(session, actor.study_id, given.client_id)
        if known is None:
            raise
        return known
    _add_parts(session, proposal, given, drafted)
    record(session, actor, "refinement:proposal:written", proposal.id, title=proposal.title)
    return proposal


async def edit_proposal(
    session: AsyncSession, actor: Actor, proposal: Proposal, given: ProposalEdit
) -> Proposal:
    """Write an open proposal anew."""
    proposal = await queries.lock_proposal(session, proposal.id)
    refuse_decided(proposal)
    refuse_unseen(proposal, given.revision)
    drafted = await draft(session, actor.study_id, given)
    await check_evidence(session, actor.study_id, given.evidence)
    proposal.kind, proposal.title, proposal.rationale = given.kind, given.title, given.rationale
    if given.stage_id:
        proposal.stage_id = await _stage_id(session, actor, given.stage_id)
    proposal.revision += 1
    session.add(proposal)
    await _remove_parts(session, proposal)
    _add_parts(session, proposal, given, drafted)
    record(session, actor, "refinement:proposal:edited", proposal.id, revision=proposal.revision)
    return proposal


async def withdraw_proposal(session: AsyncSession, actor: Actor, proposal: Proposal) -> Proposal:
    """Take an open proposal back; it stays to be read. Doing it twice changes nothing."""
    proposal = await queries.lock_proposal(session, proposal.id)
    if proposal.state == ProposalState.WITHDRAWN:
        return proposal
    refuse_decided(proposal)
    proposal.state = ProposalState.WITHDRAWN
    session.add(proposal)
    record(session, actor, "refinement:proposal:withdrawn", proposal.id)
    return proposal


async def bring_up_to_date(
    session: AsyncSession, actor: Actor, proposal: Proposal, given: BringUpToDate
) -> Proposal:
    """Let an open proposal start from the newest versions that somebody has looked at.

    The proposed words stay as they are, and are from now on set against the newest ones.
    """
    proposal = await queries.lock_proposal(session, proposal.id)
    refuse_decided(proposal)
    subjects = await queries.subjects(session, [proposal.id])
    seen = {(one.version_id, one.revision) for one in given.seen}
    for subject, newest in await _newest_of(session, subjects):
        if (newest.id, newest.revision) not in seen:
            raise Conflict(
                f"“{newest.title}” has changed again since you looked. Nothing has been changed. "
                "Look at the difference once more."
            )
        subject.version_id, subject.revision = newest.id, newest.revision
        session.add(subject)
    await session.flush()
    if proposal.kind == ProposalKind.RENAME:
        await _rename_the_newest(session, proposal, subjects[0])
    proposal.revision += 1
    session.add(proposal)
    record(session, actor, "refinement:proposal:brought-up-to-date", proposal.id)
    return proposal


async def consider(
    session: AsyncSession, actor: Actor, document_id: UUID, given: ConsiderationWrite
) -> Consideration:
    """Say that words were considered and not followed, and why; said again, the reason changes."""
    document = await find_document(session, actor.study_id, document_id)
    if given.segment_id:
        _, where = await find_segment(session, actor.study_id, given.segment_id)
        if where.id != document.id:
            raise NotFound("There is no such passage in this document.")
    consideration = await queries.consideration(session, document.id, given.segment_id)
    if consideration is None:
        consideration = Consideration(
            study_id=actor.study_id,
            document_id=document.id,
            segment_id=given.segment_id,
            member_id=actor.member_id,
            reason=given.reason,
        )
    consideration.reason, consideration.member_id = given.reason, actor.member_id
    session.add(consideration)
    await session.flush()
    record(session, actor, "refinement:consideration:given", consideration.id)
    return consideration


async def take_back_consideration(
    session: AsyncSession, actor: Actor, consideration_id: UUID
) -> None:
    """Let words be open to consideration again."""
    found = await queries.consideration_by_id(session, actor.study_id, consideration_id)
    if found is None:
        raise NotFound("There is no such answer in this study.")
    await session.delete(found)
    record(session, actor, "refinement:consideration:taken-back", found.id)


def refuse_decided(proposal: Proposal) -> None:
    """A proposal that is no longer open is never changed."""
    if not policy.is_open(proposal):
        raise Conflict(
            f"This proposal is {proposal.state} already, so it stays as it is. "
            "Write a new proposal instead."
        )


def refuse_unseen(proposal: Proposal, revision: int) -> None:
    """Nobody edits or decides words that they have not read."""
    if proposal.revision != revision:
        raise Conflict(
            "Somebody has edited this proposal since you opened it. Nothing has been changed. "
            "Read it again."
        )


async def _stage_id(session: AsyncSession, actor: Actor, stage_id: UUID | None) -> UUID:
    if stage_id:
        return (await find_stage(session, actor.study_id, stage_id)).id
    return (await current_stage(session, actor.study_id)).id


def _add_parts(
    session: AsyncSession, proposal: Proposal, given: ProposalWrite, drafted: Draft
) -> None:
    starts = [(version, False) for version in drafted.subjects]
    if drafted.target:
        starts.append((drafted.target, True))
    session.add_all(
        ProposalSubject(
            proposal_id=proposal.id,
            position=position,
            version_id=version.id,
            is_target=is_target,
            revision=version.revision,
        )
        for position, (version, is_target) in enumerate(starts)
    )
    session.add_all(
        ProposalOutcome(
            proposal_id=proposal.id,
            position=position,
            mechanism_id=mechanism_id,
            title=outcome.words.title,
            definition=outcome.words.definition,
            plain_summary=outcome.words.plain_summary,
            cmocs=stored_cmocs(outcome.words.configurations),
        )
        for position, (outcome, mechanism_id) in enumerate(
            zip(drafted.change.outcomes, carried_on(drafted.change), strict=True)
        )
    )
    session.add_all(
        ProposalEvidence(proposal_id=proposal.id, coding_id=cited.coding_id, note=cited.note)
        for cited in given.evidence
    )


async def _remove_parts(session: AsyncSession, proposal: Proposal) -> None:
    ids = [proposal.id]
    rows = [
        *await queries.subjects(session, ids),
        *await queries.outcomes(session, ids),
        *await queries.evidence(session, ids),
    ]
    for row in rows:
        await session.delete(row)
    await session.flush()


async def _newest_of(
    session: AsyncSession, subjects: Sequence[ProposalSubject]
) -> list[tuple[ProposalSubject, MechanismVersion]]:
    """Each subject with the newest version of its mechanism; a retired one is a `Conflict`."""
    rows = await queries.versions(session, {subject.version_id for subject in subjects})
    mechanism_ids = {version.id: version.mechanism_id for version in rows}
    newest = await queries.newest_versions(session, set(mechanism_ids.values()))
    living = await queries.living_mechanisms(session, set(mechanism_ids.values()))
    for version in rows:
        if version.mechanism_id not in living:
            raise Conflict(
                f"“{version.title}” has been retired, so this proposal cannot be brought up to "
                "date. Edit it to leave that mechanism out, or withdraw it."
            )
    return [(subject, newest[mechanism_ids[subject.version_id]]) for subject in subjects]


async def _rename_the_newest(
    session: AsyncSession, proposal: Proposal, subject: ProposalSubject
) -> None:
    """A renaming keeps the other words of what it renames, so it takes up those of the newest."""
    newest = await read_versions(session, proposal.study_id, [subject.version_id])
    words = words_of_version(newest[subject.version_id])
    outcome = (await queries.outcomes(session, [proposal.id]))[0]
    outcome.definition, outcome.plain_summary = words.definition, words.plain_summary
    outcome.cmocs = stored_cmocs(words.configurations)
    session.add(outcome)

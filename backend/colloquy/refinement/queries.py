"""Every SELECT about proposals, decisions and considerations."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.coding.models import Coding
from colloquy.refinement.models import (
    Consideration,
    DecidedEdge,
    Proposal,
    ProposalEvidence,
    ProposalOutcome,
    ProposalState,
    ProposalSubject,
)
from colloquy.studies.models import Member, Stage
from colloquy.theory.models import LineageEdge, Mechanism, MechanismVersion


async def proposal(session: AsyncSession, study_id: UUID, proposal_id: UUID) -> Proposal | None:
    """A proposal of this study."""
    found = await session.exec(
        select(Proposal).where(Proposal.study_id == study_id, Proposal.id == proposal_id)
    )
    return found.first()


async def lock_proposal(session: AsyncSession, proposal_id: UUID) -> Proposal:
    """A proposal as it now is, kept from everybody else until the transaction ends."""
    found = await session.exec(
        select(Proposal)
        .where(Proposal.id == proposal_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.one()


async def proposal_of_client(
    session: AsyncSession, study_id: UUID, client_id: UUID
) -> Proposal | None:
    """The proposal that this browser's id made already."""
    found = await session.exec(
        select(Proposal).where(Proposal.study_id == study_id, Proposal.client_id == client_id)
    )
    return found.first()


async def proposals(
    session: AsyncSession, study_id: UUID, state: ProposalState | None = None
) -> Sequence[Proposal]:
    """A study's proposals, newest first."""
    query = select(Proposal).where(Proposal.study_id == study_id)
    if state:
        query = query.where(Proposal.state == state)
    found = await session.exec(query.order_by(col(Proposal.id).desc()))
    return found.all()


async def subjects(
    session: AsyncSession, proposal_ids: Collection[UUID]
) -> Sequence[ProposalSubject]:
    """What proposals start from, in order; a target stands last."""
    found = await session.exec(
        select(ProposalSubject)
        .where(col(ProposalSubject.proposal_id).in_(proposal_ids))
        .order_by(col(ProposalSubject.position), col(ProposalSubject.id))
    )
    return found.all()


async def outcomes(
    session: AsyncSession, proposal_ids: Collection[UUID]
) -> Sequence[ProposalOutcome]:
    """What proposals would make, in order."""
    found = await session.exec(
        select(ProposalOutcome)
        .where(col(ProposalOutcome.proposal_id).in_(proposal_ids))
        .order_by(col(ProposalOutcome.position), col(ProposalOutcome.id))
    )
    return found.all()


async def evidence(
    session: AsyncSession, proposal_ids: Collection[UUID]
) -> Sequence[ProposalEvidence]:
    """What proposals cite, in the order it was cited."""
    found = await session.exec(
        select(ProposalEvidence)
        .where(col(ProposalEvidence.proposal_id).in_(proposal_ids))
        .order_by(col(ProposalEvidence.id))
    )
    return found.all()


async def count_evidence(session: AsyncSession, proposal_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many excerpts each proposal cites."""
    found = await session.exec(
        select(ProposalEvidence.proposal_id, func.count())
        .where(col(ProposalEvidence.proposal_id).in_(proposal_ids))
        .group_by(col(ProposalEvidence.proposal_id))
    )
    return dict(found.all())


async def proposal_citing_document(session: AsyncSession, document_id: UUID) -> str | None:
    """The title of a proposal that cites words of a document and was not withdrawn."""
    found = await session.exec(
        select(Proposal.title)
        .join(ProposalEvidence, col(ProposalEvidence.proposal_id) == col(Proposal.id))
        .join(Coding, col(Coding.id) == col(ProposalEvidence.coding_id))
        .where(Coding.document_id == document_id, Proposal.state != ProposalState.WITHDRAWN)
        .limit(1)
    )
    return found.first()


async def proposal_citing_coding(session: AsyncSession, coding_id: UUID) -> str | None:
    """The title of a proposal that cites a coding and was not withdrawn."""
    found = await session.exec(
        select(Proposal.title)
        .join(ProposalEvidence, col(ProposalEvidence.proposal_id) == col(Proposal.id))
        .where(ProposalEvidence.coding_id == coding_id, Proposal.state != ProposalState.WITHDRAWN)
        .limit(1)
    )
    return found.first()


async def codings(session: AsyncSession, study_id: UUID, ids: Collection[UUID]) -> set[UUID]:
    """Those of these ids that are codings of this study and stand."""
    found = await session.exec(
        select(Coding.id).where(
            Coding.study_id == study_id,
            col(Coding.id).in_(ids),
            col(Coding.removed_at).is_(None),
        )
    )
    return set(found.all())


async def edges(session: AsyncSession, proposal_id: UUID) -> Sequence[LineageEdge]:
    """The edges that an accepted proposal drew, in the order it drew them."""
    found = await session.exec(
        select(LineageEdge)
        .join(DecidedEdge, col(DecidedEdge.edge_id) == col(LineageEdge.id))
        .where(DecidedEdge.proposal_id == proposal_id)
        .order_by(col(LineageEdge.id))
    )
    return found.all()


async def proposal_that_drew(session: AsyncSession, edge_id: UUID) -> str | None:
    """The title of the proposal whose acceptance drew an edge; None where a person drew it."""
    found = await session.exec(
        select(Proposal.title)
        .join(DecidedEdge, col(DecidedEdge.proposal_id) == col(Proposal.id))
        .where(DecidedEdge.edge_id == edge_id)
    )
    return found.first()


async def names(session: AsyncSession, member_ids: Collection[UUID]) -> dict[UUID, str]:
    """Members' names by id."""
    found = await session.exec(
        select(Member.id, Member.display_name).where(col(Member.id).in_(member_ids))
    )
    return dict(found.all())


async def stage_labels(session: AsyncSession, study_id: UUID) -> dict[UUID, str]:
    """The labels of a study's stages by id."""
    found = await session.exec(select(Stage.id, Stage.label).where(Stage.study_id == study_id))
    return dict(found.all())


async def versions(session: AsyncSession, ids: Collection[UUID]) -> Sequence[MechanismVersion]:
    """Versions by id."""
    found = await session.exec(select(MechanismVersion).where(col(MechanismVersion.id).in_(ids)))
    return found.all()


async def living_mechanisms(session: AsyncSession, ids: Collection[UUID]) -> set[UUID]:
    """Those of these mechanisms that are not retired."""
    found = await session.exec(
        select(Mechanism.id).where(col(Mechanism.id).in_(ids), col(Mechanism.retired_at).is_(None))
    )
    return set(found.all())


async def lock_mechanisms(session: AsyncSession, ids: Collection[UUID]) -> dict[UUID, Mechanism]:
    """Mechanisms as they now are, always locked in one order so that two decisions cannot cross."""
    found = await session.exec(
        select(Mechanism)
        .where(col(Mechanism.id).in_(ids))
        .order_by(col(Mechanism.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return {mechanism.id: mechanism for mechanism in found.all()}


async def newest_versions(
    session: AsyncSession, mechanism_ids: Collection[UUID]
) -> dict[UUID, MechanismVersion]:
    """The newest version of each of these mechanisms, by mechanism, as it now is."""
    newest = (
        select(MechanismVersion.mechanism_id, func.max(MechanismVersion.number).label("number"))
        .where(col(MechanismVersion.mechanism_id).in_(mechanism_ids))
        .group_by(col(MechanismVersion.mechanism_id))
        .subquery()
    )
    found = await session.exec(
        select(MechanismVersion)
        .join(
            newest,
            (newest.c.mechanism_id == MechanismVersion.mechanism_id)
            & (newest.c.number == MechanismVersion.number),
        )
        .execution_options(populate_existing=True)
    )
    return {version.mechanism_id: version for version in found.all()}


async def makers(session: AsyncSession, version_ids: Collection[UUID]) -> dict[UUID, Proposal]:
    """The accepted proposal that made each of these versions, by version."""
    found = await session.exec(
        select(ProposalOutcome.made_version_id, Proposal)
        .join(Proposal, col(Proposal.id) == col(ProposalOutcome.proposal_id))
        .where(col(ProposalOutcome.made_version_id).in_(version_ids))
    )
    return {version_id: made_by for version_id, made_by in found.all() if version_id}


async def enders(session: AsyncSession, mechanism_ids: Collection[UUID]) -> dict[UUID, Proposal]:
    """The newest accepted proposal that changed each of these mechanisms, by mechanism."""
    found = await session.exec(
        select(MechanismVersion.mechanism_id, Proposal)
        .join(ProposalSubject, col(ProposalSubject.version_id) == col(MechanismVersion.id))
        .join(Proposal, col(Proposal.id) == col(ProposalSubject.proposal_id))
        .where(
            col(MechanismVersion.mechanism_id).in_(mechanism_ids),
            Proposal.state == ProposalState.ACCEPTED,
        )
        .order_by(col(Proposal.decided_at))
    )
    return dict(found.all())


async def considerations_of(
    session: AsyncSession, first_id: UUID, second_id: UUID
) -> tuple[Consideration | None, Consideration | None]:
    """What was answered to two segments."""
    found = await session.exec(
        select(Consideration).where(col(Consideration.segment_id).in_((first_id, second_id)))
    )
    by_segment = {one.segment_id: one for one in found.all()}
    return by_segment.get(first_id), by_segment.get(second_id)


async def consideration(
    session: AsyncSession, document_id: UUID, segment_id: UUID | None
) -> Consideration | None:
    """What was said about not following a segment, or a whole document."""
    found = await session.exec(
        select(Consideration).where(
            Consideration.document_id == document_id, Consideration.segment_id == segment_id
        )
    )
    return found.first()


async def considerations(
    session: AsyncSession, study_id: UUID, document_ids: Collection[UUID] | None = None
) -> Sequence[Consideration]:
    """What was considered and not followed in a study, oldest first."""
    query = select(Consideration).where(Consideration.study_id == study_id)
    if document_ids is not None:
        query = query.where(col(Consideration.document_id).in_(document_ids))
    found = await session.exec(query.order_by(col(Consideration.id)))
    return found.all()


async def consideration_by_id(
    session: AsyncSession, study_id: UUID, consideration_id: UUID
) -> Consideration | None:
    """What was considered and not followed in this study, by id."""
    found = await session.exec(
        select(Consideration).where(
            Consideration.study_id == study_id, Consideration.id == consideration_id
        )
    )
    return found.first()

"""Every SELECT behind the trace of a version."""

from collections.abc import Collection, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.coding.models import Coding
from colloquy.comments.models import Comment
from colloquy.recordings.models import Transcript
from colloquy.refinement.models import (
    DecidedEdge,
    Proposal,
    ProposalEvidence,
    ProposalOutcome,
    ProposalState,
    ProposalSubject,
)
from colloquy.rounds.models import (
    Question,
    QuestionKind,
    Round,
    RoundItem,
    RoundState,
)
from colloquy.studies.models import Member, StakeholderGroup
from colloquy.texts.models import Document, Segment
from colloquy.theory.models import LineageEdge, MechanismVersion


class Sound(NamedTuple):
    """The recording that a segment can be heard in, and the second at which it ends."""

    recording_id: UUID
    end: float | None


async def sounds(session: AsyncSession, segment_ids: Collection[UUID]) -> dict[UUID, Sound]:
    """Where segments can be heard, by segment; those of written documents are left out."""
    found = await session.exec(
        select(Segment.id, Transcript.recording_id, Segment.end)
        .join(Transcript, col(Transcript.document_id) == col(Segment.document_id))
        .where(col(Segment.id).in_(segment_ids))
    )
    return {
        segment_id: Sound(recording_id, end)
        for segment_id, recording_id, end in found.all()
        if recording_id
    }


async def edges(session: AsyncSession, study_id: UUID) -> Sequence[LineageEdge]:
    """The edges of a study's lineage that lead from one version to another."""
    found = await session.exec(
        select(LineageEdge)
        .where(
            LineageEdge.study_id == study_id,
            col(LineageEdge.from_version_id).is_not(None),
            col(LineageEdge.to_version_id).is_not(None),
        )
        .order_by(col(LineageEdge.id))
    )
    return found.all()


async def versions(session: AsyncSession, study_id: UUID) -> Sequence[MechanismVersion]:
    """Every version of a study, oldest first."""
    found = await session.exec(
        select(MechanismVersion)
        .where(MechanismVersion.study_id == study_id)
        .order_by(col(MechanismVersion.number), col(MechanismVersion.id))
    )
    return found.all()


async def deciders(session: AsyncSession, edge_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The proposal that drew each of these edges, by edge."""
    found = await session.exec(
        select(DecidedEdge.edge_id, DecidedEdge.proposal_id).where(
            col(DecidedEdge.edge_id).in_(edge_ids)
        )
    )
    return dict(found.all())


async def proposals_about(
    session: AsyncSession, version_ids: Collection[UUID]
) -> Sequence[Proposal]:
    """Proposals that made one of these versions or would change one, not the withdrawn."""
    made = select(ProposalOutcome.proposal_id).where(
        col(ProposalOutcome.made_version_id).in_(version_ids)
    )
    changes = select(ProposalSubject.proposal_id).where(
        col(ProposalSubject.version_id).in_(version_ids)
    )
    found = await session.exec(
        select(Proposal)
        .where(
            or_(col(Proposal.id).in_(made), col(Proposal.id).in_(changes)),
            Proposal.state != ProposalState.WITHDRAWN,
        )
        .order_by(col(Proposal.id).desc())
    )
    return found.all()


async def cited(
    session: AsyncSession, proposal_ids: Collection[UUID]
) -> Sequence[tuple[UUID, UUID]]:
    """The codings that proposals cite, each with its proposal."""
    found = await session.exec(
        select(ProposalEvidence.coding_id, ProposalEvidence.proposal_id).where(
            col(ProposalEvidence.proposal_id).in_(proposal_ids)
        )
    )
    return found.all()


async def coded_to(session: AsyncSession, version_ids: Collection[UUID]) -> set[UUID]:
    """The codings that say something of these versions."""
    found = await session.exec(
        select(Coding.id).where(
            col(Coding.version_id).in_(version_ids), col(Coding.removed_at).is_(None)
        )
    )
    return set(found.all())


async def comments(
    session: AsyncSession, version_ids: Collection[UUID]
) -> Sequence[tuple[Comment, Member, Document, Segment]]:
    """Comments on these versions that stand, with their writers and their documents."""
    found = await session.exec(
        select(Comment, Member, Document, Segment)
        .join(Member, col(Member.id) == col(Comment.member_id))
        .join(Document, col(Document.origin_id) == col(Comment.id))
        .join(Segment, col(Segment.document_id) == col(Document.id))
        .where(
            col(Comment.version_id).in_(version_ids),
            col(Comment.withdrawn_at).is_(None),
            col(Document.withdrawn_at).is_(None),
        )
        .order_by(col(Comment.id))
    )
    return found.all()


async def asked(
    session: AsyncSession, version_ids: Collection[UUID]
) -> Sequence[tuple[Question, RoundItem, Round]]:
    """What closed rounds asked to be rated or voted on these versions, the latest first."""
    found = await session.exec(
        select(Question, RoundItem, Round)
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .join(Round, col(Round.id) == col(RoundItem.round_id))
        .where(
            col(RoundItem.version_id).in_(version_ids),
            Round.state == RoundState.CLOSED,
            col(Question.kind).in_((QuestionKind.RATING, QuestionKind.VOTE)),
        )
        .order_by(col(Round.closed_at).desc(), col(RoundItem.position), col(Question.position))
    )
    return found.all()


async def group_ids(session: AsyncSession, study_id: UUID) -> Sequence[UUID]:
    """A study's stakeholder groups in order."""
    found = await session.exec(
        select(StakeholderGroup.id)
        .where(StakeholderGroup.study_id == study_id)
        .order_by(col(StakeholderGroup.position))
    )
    return found.all()

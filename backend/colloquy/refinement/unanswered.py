"""Words of the panel that have had no answer yet: neither cited nor considered."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.coding.models import Coding
from colloquy.methods.masking import Mask
from colloquy.refinement.models import Consideration, Proposal, ProposalEvidence, ProposalState
from colloquy.refinement.schemas import UnansweredPage, UnansweredRead
from colloquy.studies.models import Member
from colloquy.texts.masking.reading import mask_for
from colloquy.texts.models import Document, DocumentKind, Segment, Speaker

PAGE = 100


async def list_unanswered(session: AsyncSession, actor: Actor) -> UnansweredPage:
    """The oldest first, up to a page; the total is of all."""
    study_id, mask = actor.study_id, await mask_for(session, actor)
    found = await session.exec(
        select(Segment, Document, Member)
        .join(Document, col(Document.id) == col(Segment.document_id))
        .join(Speaker, col(Speaker.id) == col(Segment.speaker_id))
        .join(Member, col(Member.id) == col(Speaker.member_id))
        .where(*_conditions(study_id))
        .order_by(col(Segment.id))
        .limit(PAGE)
    )
    rows = [_read(segment, document, member, mask) for segment, document, member in found.all()]
    return UnansweredPage(total=await count_unanswered(session, study_id), words=rows)


async def count_unanswered(session: AsyncSession, study_id: UUID) -> int:
    """How many passages of the panel have had no answer yet."""
    found = await session.exec(
        select(func.count())
        .select_from(Segment)
        .join(Document, col(Document.id) == col(Segment.document_id))
        .join(Speaker, col(Speaker.id) == col(Segment.speaker_id))
        .join(Member, col(Member.id) == col(Speaker.member_id))
        .where(*_conditions(study_id))
    )
    return found.one()


def _conditions(study_id: UUID) -> Sequence[ColumnElement[bool]]:
    """Written words of somebody in a group; spoken words only once they have been coded."""
    coded = select(Coding.segment_id).where(
        Coding.study_id == study_id, col(Coding.removed_at).is_(None)
    )
    cited = (
        select(Coding.segment_id)
        .join(ProposalEvidence, col(ProposalEvidence.coding_id) == col(Coding.id))
        .join(Proposal, col(Proposal.id) == col(ProposalEvidence.proposal_id))
        .where(Proposal.study_id == study_id, Proposal.state != ProposalState.WITHDRAWN)
    )
    answered = select(Consideration).where(
        Consideration.document_id == Document.id,
        or_(
            col(Consideration.segment_id).is_(None),
            col(Consideration.segment_id) == col(Segment.id),
        ),
    )
    return (
        col(Document.study_id) == study_id,
        col(Document.withdrawn_at).is_(None),
        col(Member.group_id).is_not(None),
        or_(
            col(Document.kind).in_((DocumentKind.COMMENT, DocumentKind.ANSWER)),
            col(Segment.id).in_(coded),
        ),
        col(Segment.id).not_in(cited),
        ~answered.exists(),
    )


def _read(segment: Segment, document: Document, member: Member, mask: Mask) -> UnansweredRead:
    return UnansweredRead(
        document_id=document.id,
        document_kind=DocumentKind(document.kind),
        document_title=document.title,
        segment_id=segment.id,
        words=mask.text(segment.text),
        speaker=member.display_name,
        group_id=member.group_id,
        version_id=segment.version_id,
        at=document.occurred_at or document.created_at,
    )

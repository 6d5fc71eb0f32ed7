"""Every SELECT behind a person's own answer page; each is about one member of one study."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.coding.models import Coding
from colloquy.comments.models import Comment, CommentDecision
from colloquy.meetings.models import Meeting
from colloquy.recordings.models import Recording, Transcript
from colloquy.refinement.models import (
    Consideration,
    Proposal,
    ProposalEvidence,
    ProposalOutcome,
    ProposalState,
    ProposalSubject,
)
from colloquy.rounds.models import Participation, Question, Response, Round, RoundItem
from colloquy.studies.models import Member
from colloquy.texts.models import Document, Segment, Speaker
from colloquy.theory.models import MechanismVersion


async def member(session: AsyncSession, member_id: UUID) -> Member:
    """The member who asks."""
    found = await session.exec(select(Member).where(Member.id == member_id))
    return found.one()


async def said(
    session: AsyncSession, study_id: UUID, member_id: UUID
) -> Sequence[tuple[Segment, Document]]:
    """Every passage that a member said or wrote, in the order of its document."""
    found = await session.exec(
        select(Segment, Document)
        .join(Document, col(Document.id) == col(Segment.document_id))
        .join(Speaker, col(Speaker.id) == col(Segment.speaker_id))
        .where(
            Document.study_id == study_id,
            col(Document.withdrawn_at).is_(None),
            Speaker.member_id == member_id,
        )
        .order_by(col(Document.id), col(Segment.position))
    )
    return found.all()


async def comments(session: AsyncSession, study_id: UUID, member_id: UUID) -> Sequence[Comment]:
    """A member's comments that stand."""
    found = await session.exec(
        select(Comment)
        .where(
            Comment.study_id == study_id,
            Comment.member_id == member_id,
            col(Comment.withdrawn_at).is_(None),
        )
        .order_by(col(Comment.id))
    )
    return found.all()


async def decisions(
    session: AsyncSession, comment_ids: Collection[UUID]
) -> dict[UUID, CommentDecision]:
    """What moderators decided about some comments, by comment."""
    found = await session.exec(
        select(CommentDecision).where(col(CommentDecision.comment_id).in_(comment_ids))
    )
    return {row.comment_id: row for row in found.all()}


async def responses(
    session: AsyncSession, study_id: UUID, respondents: Collection[str]
) -> Sequence[tuple[Response, RoundItem, Round]]:
    """A member's answers to every round, in order."""
    found = await session.exec(
        select(Response, RoundItem, Round)
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .join(Round, col(Round.id) == col(RoundItem.round_id))
        .where(Round.study_id == study_id, col(Response.respondent).in_(respondents))
        .order_by(col(Round.id), col(RoundItem.position), col(Question.position))
    )
    return found.all()


async def participations(
    session: AsyncSession, study_id: UUID, member_id: UUID
) -> Sequence[tuple[Participation, Round]]:
    """The rounds that a member began, newest first."""
    found = await session.exec(
        select(Participation, Round)
        .join(Round, col(Round.id) == col(Participation.round_id))
        .where(Round.study_id == study_id, Participation.member_id == member_id)
        .order_by(col(Round.id).desc())
    )
    return found.all()


async def titles(session: AsyncSession, study_id: UUID) -> dict[UUID, str]:
    """The titles of a study's rounds and meetings by id."""
    rounds = await session.exec(select(Round.id, Round.title).where(Round.study_id == study_id))
    meetings = await session.exec(
        select(Meeting.id, Meeting.title).where(Meeting.study_id == study_id)
    )
    return dict(rounds.all()) | dict(meetings.all())


async def heard_at(session: AsyncSession, study_id: UUID) -> dict[UUID, str]:
    """The meeting that each transcript was recorded at, by document."""
    found = await session.exec(
        select(Transcript.document_id, Meeting.title)
        .outerjoin(Recording, col(Recording.id) == col(Transcript.recording_id))
        .join(
            Meeting,
            col(Meeting.id) == func.coalesce(Recording.meeting_id, Transcript.meeting_id),
        )
        .where(Transcript.study_id == study_id)
    )
    return {document_id: title for document_id, title in found.all() if document_id}


async def first_read(session: AsyncSession, member_id: UUID) -> Sequence[tuple[UUID, datetime]]:
    """When the passages of a member were coded, by passage, the latest first."""
    found = await session.exec(
        select(Coding.segment_id, Coding.created_at)
        .join(Segment, col(Segment.id) == col(Coding.segment_id))
        .join(Speaker, col(Speaker.id) == col(Segment.speaker_id))
        .where(Speaker.member_id == member_id, col(Coding.removed_at).is_(None))
        .order_by(col(Coding.created_at).desc())
    )
    return found.all()


async def citations(session: AsyncSession, member_id: UUID) -> Sequence[tuple[UUID, Proposal]]:
    """The proposals that cite a member's passages and were not withdrawn, by passage."""
    found = await session.exec(
        select(Coding.segment_id, Proposal)
        .join(ProposalEvidence, col(ProposalEvidence.coding_id) == col(Coding.id))
        .join(Proposal, col(Proposal.id) == col(ProposalEvidence.proposal_id))
        .join(Segment, col(Segment.id) == col(Coding.segment_id))
        .join(Speaker, col(Speaker.id) == col(Segment.speaker_id))
        .where(Speaker.member_id == member_id, Proposal.state != ProposalState.WITHDRAWN)
        .order_by(col(Proposal.id))
    )
    return found.all()


async def considerations(session: AsyncSession, member_id: UUID) -> Sequence[Consideration]:
    """What was considered and not followed in the documents that a member speaks in."""
    found = await session.exec(
        select(Consideration)
        .where(
            col(Consideration.document_id).in_(
                select(Speaker.document_id).where(Speaker.member_id == member_id)
            )
        )
        .order_by(col(Consideration.id))
    )
    return found.all()


async def accepted(session: AsyncSession, study_id: UUID) -> Sequence[Proposal]:
    """The proposals that changed the theory, the latest first."""
    found = await session.exec(
        select(Proposal)
        .where(Proposal.study_id == study_id, Proposal.state == ProposalState.ACCEPTED)
        .order_by(col(Proposal.decided_at).desc())
    )
    return found.all()


async def before_and_after(
    session: AsyncSession, proposal_ids: Collection[UUID]
) -> tuple[Sequence[tuple[UUID, MechanismVersion]], Sequence[tuple[UUID, MechanismVersion]]]:
    """The versions that proposals changed and those that they made, each with its proposal."""
    before = await session.exec(
        select(ProposalSubject.proposal_id, MechanismVersion)
        .join(MechanismVersion, col(MechanismVersion.id) == col(ProposalSubject.version_id))
        .where(col(ProposalSubject.proposal_id).in_(proposal_ids))
        .order_by(col(ProposalSubject.position))
    )
    after = await session.exec(
        select(ProposalOutcome.proposal_id, MechanismVersion)
        .join(MechanismVersion, col(MechanismVersion.id) == col(ProposalOutcome.made_version_id))
        .where(col(ProposalOutcome.proposal_id).in_(proposal_ids))
        .order_by(col(ProposalOutcome.position))
    )
    return before.all(), after.all()


async def version_titles(session: AsyncSession, ids: Collection[UUID]) -> dict[UUID, str]:
    """What versions are called."""
    found = await session.exec(
        select(MechanismVersion.id, MechanismVersion.title).where(
            col(MechanismVersion.id).in_(ids), col(MechanismVersion.frozen_at).is_not(None)
        )
    )
    return dict(found.all())

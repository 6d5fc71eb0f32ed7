"""Every SELECT behind the figures of a study as a whole."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.coding.models import Coding, CodingStance
from colloquy.comments.models import Comment
from colloquy.meetings.models import Meeting, MeetingEvent
from colloquy.refinement.models import Proposal, ProposalEvidence, ProposalState
from colloquy.rounds.models import Question, Response, RoundItem
from colloquy.studies.models import Member, MemberState, Stage, StakeholderGroup
from colloquy.texts.models import Document, Segment, Speaker
from colloquy.theory.models import Mechanism

FLOOR = ("floor_given", "floor_ended", "meeting_paused", "meeting_ended")
# what asks for a change, as against what supports what is written
ASKS_FOR_CHANGE = (CodingStance.CHALLENGES, CodingStance.REFINES, CodingStance.EXTENDS)


async def stages(session: AsyncSession, study_id: UUID) -> Sequence[Stage]:
    """A study's stages in order."""
    found = await session.exec(
        select(Stage).where(Stage.study_id == study_id).order_by(col(Stage.position))
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


async def groups_of_members(session: AsyncSession, study_id: UUID) -> dict[UUID, UUID]:
    """The group of everybody who takes part and is in one."""
    found = await session.exec(
        select(Member.id, Member.group_id).where(
            Member.study_id == study_id,
            Member.state == MemberState.ACTIVE,
            col(Member.group_id).is_not(None),
        )
    )
    return {member_id: group_id for member_id, group_id in found.all() if group_id}


async def comments_by_member(session: AsyncSession, study_id: UUID) -> dict[UUID, int]:
    """How many comments that stand and may be read each member made."""
    found = await session.exec(
        select(Comment.member_id, func.count())
        .where(
            Comment.study_id == study_id,
            col(Comment.withdrawn_at).is_(None),
            col(Comment.shown_at).is_not(None),
        )
        .group_by(col(Comment.member_id))
    )
    return dict(found.all())


async def citations_by_member(session: AsyncSession, study_id: UUID) -> dict[UUID | None, int]:
    """How often accepted proposals cite each member's words; None where the voice is not known."""
    found = await session.exec(
        select(Speaker.member_id, func.count(col(ProposalEvidence.id)))
        .select_from(ProposalEvidence)
        .join(Proposal, col(Proposal.id) == col(ProposalEvidence.proposal_id))
        .join(Coding, col(Coding.id) == col(ProposalEvidence.coding_id))
        .join(Segment, col(Segment.id) == col(Coding.segment_id))
        .outerjoin(Speaker, col(Speaker.id) == col(Segment.speaker_id))
        .where(Proposal.study_id == study_id, Proposal.state == ProposalState.ACCEPTED)
        .group_by(col(Speaker.member_id))
    )
    return dict(found.all())


async def floor_events(session: AsyncSession, study_id: UUID) -> Sequence[MeetingEvent]:
    """Everything that began or ended a turn in a study's meetings, meeting by meeting in order."""
    found = await session.exec(
        select(MeetingEvent)
        .join(Meeting, col(Meeting.id) == col(MeetingEvent.meeting_id))
        .where(Meeting.study_id == study_id, col(MeetingEvent.type).in_(FLOOR))
        .order_by(col(MeetingEvent.meeting_id), col(MeetingEvent.seq))
    )
    return found.all()


async def count_retired(session: AsyncSession, study_id: UUID) -> int:
    """How many mechanisms have been retired."""
    found = await session.exec(
        select(func.count())
        .select_from(Mechanism)
        .where(Mechanism.study_id == study_id, col(Mechanism.retired_at).is_not(None))
    )
    return found.one()


async def count_excerpts(session: AsyncSession, study_id: UUID) -> int:
    """How many codings stand."""
    found = await session.exec(
        select(func.count())
        .select_from(Coding)
        .where(Coding.study_id == study_id, col(Coding.removed_at).is_(None))
    )
    return found.one()


async def count_uncited(session: AsyncSession, study_id: UUID) -> int:
    """How many excerpts ask for a change of a mechanism and are cited in no proposal."""
    cited = select(ProposalEvidence.coding_id)
    found = await session.exec(
        select(func.count())
        .select_from(Coding)
        .where(
            Coding.study_id == study_id,
            col(Coding.removed_at).is_(None),
            col(Coding.mechanism_id).is_not(None),
            col(Coding.stance).in_(ASKS_FOR_CHANGE),
            col(Coding.id).not_in(cited),
        )
    )
    return found.one()


async def count_documents(session: AsyncSession, study_id: UUID) -> int:
    """How many documents there are to be read."""
    found = await session.exec(
        select(func.count())
        .select_from(Document)
        .where(Document.study_id == study_id, col(Document.withdrawn_at).is_(None))
    )
    return found.one()


async def count_uncoded(session: AsyncSession, study_id: UUID) -> int:
    """How many documents nobody has coded a word of."""
    coded = select(Coding.document_id).where(
        Coding.study_id == study_id, col(Coding.removed_at).is_(None)
    )
    found = await session.exec(
        select(func.count())
        .select_from(Document)
        .where(
            Document.study_id == study_id,
            col(Document.withdrawn_at).is_(None),
            col(Document.id).not_in(coded),
        )
    )
    return found.one()


async def entered_answers(
    session: AsyncSession, round_id: UUID
) -> dict[tuple[UUID, str], tuple[str, date | None]]:
    """How answers that the team entered were given, and on which day: by question and respondent."""
    found = await session.exec(
        select(Response)
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(col(RoundItem.round_id) == round_id, col(Response.entered_how) != "")
    )
    return {
        (row.question_id, row.respondent): (row.entered_how, row.given_on) for row in found.all()
    }

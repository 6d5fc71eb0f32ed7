"""Telling the panel what came of a round: published by the facilitator once it has been read over."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import mail
from colloquy.core.clock import now
from colloquy.core.settings import Settings
from colloquy.people.service import make_link
from colloquy.rounds import messages, queries
from colloquy.rounds.models import Round
from colloquy.rounds.results.figures import FeedbackRead
from colloquy.rounds.results.reading import refuse_unless_closed
from colloquy.studies.models import MemberState, Study
from colloquy.studies.queries import members as read_members


async def publish_feedback(
    session: AsyncSession,
    actor: Actor,
    study: Study,
    round_: Round,
    words: str,
    settings: Settings,
) -> FeedbackRead:
    """Let the panel read the findings, and mail those who took part; a second time changes the words.

    Nobody is mailed twice.
    """
    await session.refresh(round_, with_for_update=True)
    refuse_unless_closed(round_)
    is_first = round_.feedback_at is None
    round_.feedback_words, round_.feedback_at = words, round_.feedback_at or now()
    session.add(round_)
    mails = await _mail_panel(session, study, round_, settings) if is_first else 0
    tag = "round:feedback:published" if is_first else "round:feedback:changed"
    record(session, actor, tag, round_.id, mails=mails)
    return FeedbackRead(words=words, published_at=round_.feedback_at or now(), mails=mails)


async def _mail_panel(
    session: AsyncSession, study: Study, round_: Round, settings: Settings
) -> int:
    took_part = {
        part.member_id
        for part in await queries.participations(session, [round_.id])
        if part.withdrawn_at is None
    }
    people = [
        (member, account)
        for member, account in await read_members(session, study.id)
        if member.id in took_part and member.state == MemberState.ACTIVE
    ]
    for member, account in people:
        landing = f"/panel/{study.id}/rounds/{round_.id}/results"
        subject, body = messages.feedback_published(
            messages.FeedbackPublished(
                name=member.display_name,
                study=study.title,
                title=round_.title,
                link=await make_link(session, account.id, settings, landing=landing),
                days=settings.link_days,
            )
        )
        await mail.post(session, recipient=account.email, subject=subject, body=body)
    return len(people)

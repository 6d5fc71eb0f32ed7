"""The verbs of a round that runs: open, answer, finish, close."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record, record_outside
from colloquy.comments.messages import CommentOffered
from colloquy.comments.models import Place
from colloquy.comments.service import show_comments
from colloquy.core import jobs, mail
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, Gone, Invalid, NotFound
from colloquy.core.settings import Settings
from colloquy.people.models import Account
from colloquy.people.service import make_link
from colloquy.rounds import messages, policy, queries
from colloquy.rounds.answer_schemas import ResponseIn
from colloquy.rounds.answering import check_answer
from colloquy.rounds.documents import write_documents
from colloquy.rounds.messages import CloseRound
from colloquy.rounds.models import (
    Participation,
    Response,
    Round,
    RoundState,
)
from colloquy.rounds.obstacles import obstacles
from colloquy.rounds.plans import Plan, read_plan
from colloquy.studies.models import Member, Study
from colloquy.theory.service import freeze


async def find_round(session: AsyncSession, study_id: UUID, round_id: UUID) -> Round:
    """A round of this study, or `NotFound`."""
    round_ = await queries.round_(session, study_id, round_id)
    if round_ is None:
        raise NotFound("There is no such round in this study.")
    return round_


async def open_round(
    session: AsyncSession, actor: Actor, study: Study, round_: Round, settings: Settings
) -> None:
    """Lock what is asked and its rule, and mail everybody who is asked a link to it."""
    await session.refresh(round_, with_for_update=True)
    if round_.state != RoundState.DRAFT:
        raise Conflict("This round has been opened already. Nobody was mailed again.")
    plan = await read_plan(session, round_)
    if found := obstacles(plan, now()):
        raise Invalid("The round cannot be opened yet. " + " ".join(found))
    version_ids = [item.version_id for item in plan.items if item.version_id]
    round_.state, round_.opened_at = RoundState.OPEN, now()
    session.add(round_)
    await freeze(session, actor, version_ids, because=f"Round: {round_.title}")
    await jobs.ask(session, CloseRound(round_id=round_.id), due_at=round_.closes_at)
    for member, account in plan.people:
        await _mail_link(session, study, plan, member, account, settings)
    record(
        session, actor, "round:round:opened", round_.id, rule=round_.rule, mails=len(plan.people)
    )


async def save_response(
    session: AsyncSession, actor: Actor, round_: Round, question_id: UUID, given: ResponseIn
) -> Response:
    """Save an answer and return the one that stands; of two, that is the one given later.

    A retry changes nothing. A browser's clock that is ahead counts as the present.
    """
    await _refuse_unless_open(session, round_)
    question = await queries.question(session, round_.id, question_id)
    if question is None:
        raise NotFound("There is no such question in this round.")
    check_answer(question, given)
    moment = now()
    sent = Response(
        question_id=question.id,
        respondent=str(actor.member_id),
        member_id=actor.member_id,
        group_id=actor.group_id,
        rating=given.rating,
        is_unable=given.is_unable,
        vote=given.vote,
        choices=given.choices,
        reason=given.reason.strip(),
        # blanks at the end stay: somebody may be in the middle of a sentence
        text=given.text if given.text and given.text.strip() else "",
        answered_at=min(given.answered_at, moment),
        saved_at=moment,
    )
    standing = await queries.put_response(session, sent)
    if standing.saved_at == sent.saved_at:
        await _take_part(session, actor, round_)
        # the round, not the question: the log says that somebody answered, never what
        record(session, actor, "round:response:saved", round_.id)
    return standing


async def finish(session: AsyncSession, actor: Actor, round_: Round) -> Participation:
    """Say that one is done; answers can still be changed until the close."""
    await _refuse_unless_open(session, round_)
    part = await _take_part(session, actor, round_)
    if part.finished_at is None:
        part.finished_at = now()
        session.add(part)
        record(session, actor, "round:participation:finished", round_.id)
    return part


async def close_round(session: AsyncSession, actor: Actor, round_: Round) -> None:
    """End a round now; from here on its results may be read."""
    await session.refresh(round_, with_for_update=True)
    if round_.state == RoundState.DRAFT:
        raise Conflict("This round has not been opened, so there is nothing to close.")
    if round_.state == RoundState.CLOSED:
        raise Conflict("This round is closed already.")
    await _settle(session, round_)
    record(session, actor, "round:round:closed", round_.id)


async def close_when_due(session: AsyncSession, round_id: UUID) -> None:
    """End a round whose window has passed; anything else is left as it is."""
    round_ = await session.get(Round, round_id, with_for_update=True)
    if round_ is None or round_.state != RoundState.OPEN:
        return
    if policy.state_at(round_, now()) != RoundState.CLOSED:
        return
    await _settle(session, round_)
    record_outside(
        session, "round:round:closed", study_id=round_.study_id, object_id=round_.id, by="clock"
    )


async def admit_comment(session: AsyncSession, event: CommentOffered) -> None:
    """Let a comment into a round from those who were asked, on what was asked, while it is open."""
    if event.place != Place.ROUND:
        return
    round_ = await find_round(session, event.actor.study_id, event.place_id)
    if round_.state == RoundState.DRAFT:
        raise NotFound("There is no such round in this study.")
    group_ids = (await queries.group_ids(session, [round_.id]))[round_.id]
    if not policy.is_asked(event.actor, group_ids):
        raise Forbidden("Only those who were asked can comment in a round.")
    await _refuse_unless_open(session, round_)
    items = await queries.items(session, [round_.id])
    shown = {(each, item.version_id) for item in items for each in (item.id, item.version_id)}
    if (event.target_id, event.version_id) not in shown:
        raise NotFound("This is not part of the round.")


async def _refuse_unless_open(session: AsyncSession, round_: Round) -> None:
    """Hold the row against a closing that goes on at the same moment, then look at the window."""
    await session.refresh(round_, with_for_update={"read": True})
    ended = policy.ended_at(round_, now())
    if ended:
        raise Gone(
            f"This round closed on {messages.when(ended)}, so this could not be counted. "
            "Everything you gave before that is safe."
        )


async def _take_part(session: AsyncSession, actor: Actor, round_: Round) -> Participation:
    begun = Participation(round_id=round_.id, member_id=actor.member_id, group_id=actor.group_id)
    await queries.put_participation(session, begun)
    part = await queries.participation(session, round_.id, actor.member_id)
    return part or begun


async def _settle(session: AsyncSession, round_: Round) -> None:
    moment = now()
    round_.closed_at = min(round_.closes_at or moment, moment)
    round_.state = RoundState.CLOSED
    session.add(round_)
    await write_documents(session, round_)
    await show_comments(session, round_.study_id, round_.id)


async def _mail_link(
    session: AsyncSession,
    study: Study,
    plan: Plan,
    member: Member,
    account: Account,
    settings: Settings,
) -> None:
    round_ = plan.round_
    landing = f"/panel/{study.id}/rounds/{round_.id}"
    subject, body = messages.round_opened(
        messages.Opening(
            name=member.display_name,
            study=study.title,
            title=round_.title,
            introduction=round_.introduction,
            minutes=max(1, round(plan.seconds / 60)),
            closes_at=round_.closes_at or now(),
            time_zone=account.time_zone,
            link=await make_link(session, account.id, settings, landing=landing),
            days=settings.link_days,
        )
    )
    await mail.post(session, recipient=account.email, subject=subject, body=body)

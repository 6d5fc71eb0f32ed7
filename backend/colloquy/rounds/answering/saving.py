"""Saving an answer: whose it is, whether the round takes it, and which of two stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Gone, NotFound
from colloquy.core.ids import new_id
from colloquy.rounds import messages, policy, queries, quick_queries
from colloquy.rounds.answering.fitting import check_answer, check_named
from colloquy.rounds.answering.schemas import ResponseIn
from colloquy.rounds.models import Participation, Question, Round, RoundState
from colloquy.rounds.quick_queries import StandingAnswer
from colloquy.rounds.respondents import respondent_of
from colloquy.rounds.running.lateness import keep_aside


@dataclass(frozen=True, slots=True)
class Giver:
    """Whose answer it is, and who wrote it down for them, if somebody did, from what."""

    member_id: UUID
    group_id: UUID | None
    entered_by: UUID | None = None
    entered_how: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """The answer that stands, whether it was written just now, and what became of what was sent."""

    standing: StandingAnswer
    is_new: bool
    is_yours: bool
    overwrote: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the giver's part in its round once they have begun."""

    question: Question
    part: Participation | None


async def find_asked(
    session: AsyncSession, round_: Round, question_id: UUID, member_id: UUID
) -> Asked:
    """A question of this round, for this member, or `NotFound`."""
    found = await quick_queries.question_for(session, round_.id, question_id, member_id)
    if found is None:
        raise NotFound("There is no such question in this round.")
    return Asked(*found)


async def save_answer(
    session: AsyncSession,
    round_: Round,
    giver: Giver,
    asked: Asked,
    given: ResponseIn,
    *,
    entry: Mapping[str, Any] | None = None,
) -> Saved:
    """Save an answer; of two, the one given later stands, and one after the end is kept aside.

    The caller holds the round against a closing, as `hold` does. The entry goes into the log with
    an answer that is written.
    """
    question, part = asked.question, asked.part
    check_answer(question, given)
    await check_named(session, round_.study_id, question, given)
    if policy.ended_at(round_, now()):
        await keep_aside(session, round_, giver.member_id, question, given)
    _refuse_unless_running(round_)
    # first the part in the round: who began in one group answers in it to the end
    part = _refuse_leaver(part) if part else await take_part(session, round_, giver)
    sent = await _row(session, round_, giver, question, given)
    standing = await quick_queries.put_response(session, sent | {"group_id": part.group_id}, entry)
    is_new = standing.saved_at == sent["saved_at"]
    seen = given.known_revision
    return Saved(
        standing,
        is_new=is_new,
        is_yours=standing.answered_at == sent["answered_at"],
        overwrote=is_new and seen is not None and standing.revision > seen + 1,
    )


async def hold(session: AsyncSession, round_: Round) -> None:
    """Keep a closing that goes on at the same moment waiting until this transaction ends."""
    await session.refresh(round_, with_for_update={"read": True})


async def refuse_unless_open(session: AsyncSession, round_: Round) -> None:
    """Hold the round, then look at its window."""
    await hold(session, round_)
    _refuse_unless_running(round_)


async def take_part(session: AsyncSession, round_: Round, giver: Giver) -> Participation:
    """A member's part in a round, begun now if they had none."""
    part = await queries.participation(session, round_.id, giver.member_id)
    if part is None:
        begun = Participation(
            round_id=round_.id, member_id=giver.member_id, group_id=giver.group_id
        )
        await queries.put_participation(session, begun)
        part = await queries.participation(session, round_.id, giver.member_id) or begun
    return _refuse_leaver(part)


def _refuse_leaver(part: Participation) -> Participation:
    if part.withdrawn_at:
        raise Conflict(
            "You left this study while the round was open, and what you had answered is counted "
            "without your name. So you cannot answer this round again."
        )
    return part


async def _row(
    session: AsyncSession, round_: Round, giver: Giver, question: Question, given: ResponseIn
) -> dict[str, Any]:
    moment, is_nameless = now(), policy.is_unlinkable(round_)
    return {
        # an id of ours tells when it was made
        "id": uuid4() if is_nameless else new_id(),
        "question_id": question.id,
        "respondent": await respondent_of(session, round_, giver.member_id),
        "member_id": None if is_nameless else giver.member_id,
        "rating": given.rating,
        "is_unable": given.is_unable,
        "vote": given.vote,
        "choices": given.choices,
        "reason": given.reason.strip(),
        # blanks at the end stay: somebody may be in the middle of a sentence
        "text": given.text if given.text and given.text.strip() else "",
        "is_late": policy.is_late_at(round_, moment),
        "entered_by": giver.entered_by,
        "entered_how": giver.entered_how,
        "given_on": giver.given_on,
        "answered_at": min(given.answered_at, moment),
        "saved_at": moment,
        "created_at": moment,
        "revision": 1,
    }


def _refuse_unless_running(round_: Round) -> None:
    moment = now()
    if ended := policy.ended_at(round_, moment):
        raise Gone(
            f"This round closed on {messages.when(ended)}, so this could not be counted. "
            "Everything you gave before that is safe."
        )
    if policy.state_at(round_, moment) == RoundState.PAUSED:
        raise Conflict(
            "This round is paused, so this was not saved. What you answered before is safe. "
            "Please try again when it goes on; we write to you then."
        )
    if not (policy.is_put_before_panel(round_, moment) or policy.is_tried(round_)):
        raise NotFound("There is no such round in this study.")

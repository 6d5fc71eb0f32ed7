"""What came of a question in a round and in the room, side by side and together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.carrying import queries
from colloquy.carrying.schemas import (
    Apart,
    AskedInRound,
    CarriedPoll,
    QuestionTogether,
    RoomPoll,
)
from colloquy.carrying.translating import as_answer
from colloquy.carrying.uniting import Source, United, unite
from colloquy.core.clock import now
from colloquy.core.settings import Settings
from colloquy.meetings.models import Ballot, Meeting, Poll
from colloquy.meetings.polling.events import PollKind, PollResult
from colloquy.meetings.polling.fold import PollState
from colloquy.meetings.polling.questions import read_question
from colloquy.meetings.polling.votes import read_vote
from colloquy.methods.rules import Rule
from colloquy.methods.scales import UnableToSay
from colloquy.rounds import policy
from colloquy.rounds.asking import read_question as read_asked
from colloquy.rounds.models import Question, QuestionKind, Round
from colloquy.rounds.results import queries as results_queries
from colloquy.rounds.results.counting import count_answers
from colloquy.rounds.results.figures import QuestionResult, TextResult
from colloquy.rounds.results.ledger import AnswerRow, Answers, Ledger
from colloquy.rounds.results.reading import count_round, refuse_unless_closed
from colloquy.studies.models import Study

Shown = tuple[Poll, Meeting]


@dataclass(frozen=True, slots=True)
class Page:
    """What holds for every question of a round's page."""

    settings: Settings
    round_: Round
    ledger: Ledger


async def read_together(
    session: AsyncSession, settings: Settings, actor: Actor, study: Study, round_: Round
) -> list[QuestionTogether]:
    """The questions of a closed round that were put to a room too, with what came of both."""
    refuse_unless_closed(round_)
    asked = await queries.shared_questions(session, round_.id)
    polls: defaultdict[UUID, list[Shown]] = defaultdict(list)
    shared_ids = {row.shared_id for row in asked if row.shared_id}
    for poll, meeting in await queries.released_polls(session, study.id, shared_ids):
        polls[poll.shared_id].append((poll, meeting))
    put = [(row, polls[row.shared_id]) for row in asked if row.shared_id and row.shared_id in polls]
    if not put:
        return []
    results = await count_round(session, actor, study, round_, reads_words=False)
    counted = {result.question.id: result for item in results.items for result in item.questions}
    ledger = Ledger(
        group_ids=[group.id for group in await queries.groups(session, study.id)],
        threshold=study.suppress_below,
        rule=Rule(round_.rule),
        unable=UnableToSay(round_.unable),
    )
    page = Page(settings, round_, ledger)
    return [
        await _read(session, page, question, shown, counted[question.id]) for question, shown in put
    ]


async def read_carried(session: AsyncSession, meeting: Meeting) -> list[CarriedPoll]:
    """The closed polls of a meeting in order, each with the rounds that ask the same."""
    polls = await queries.closed_polls(session, meeting.id)
    asking = await queries.rounds_asking(
        session, meeting.study_id, {poll.shared_id for poll in polls}
    )
    moment = now()
    return [
        CarriedPoll(
            poll_id=poll.id,
            prompt=poll.prompt,
            kind=PollKind(poll.kind),
            is_secret=poll.is_secret,
            is_released=poll.released_at is not None,
            rounds=[
                AskedInRound(
                    round_id=round_.id,
                    round_title=round_.title,
                    question_id=question.id,
                    state=policy.state_at(round_, moment),
                )
                for question, round_ in asking
                if question.shared_id == poll.shared_id
            ],
        )
        for poll in polls
    ]


async def _read(
    session: AsyncSession,
    page: Page,
    question: Question,
    polls: Sequence[Shown],
    in_round: QuestionResult,
) -> QuestionTogether:
    apart = {poll.id: _why_apart(page.round_, question, poll) for poll, _ in polls}
    joined = [poll for poll, _ in polls if apart[poll.id] is None]
    united: United | None = None
    if joined:
        sources = [
            await _of_round(session, question, in_round),
            *await _of_room(session, page.settings, question, joined),
        ]
        united = unite(sources, page.ledger.threshold)
        if united is None:
            apart |= dict.fromkeys((poll.id for poll in joined), Apart.FEW)
    return QuestionTogether(
        item_id=question.item_id,
        question_id=question.id,
        in_round=in_round,
        polls=[_room_poll(poll, meeting, apart[poll.id]) for poll, meeting in polls],
        together=_count(question, united, page.ledger) if united else None,
        answered_both=united.answered_both if united else None,
    )


def _why_apart(round_: Round, question: Question, poll: Poll) -> Apart | None:
    if question.kind in (QuestionKind.TEXT, QuestionKind.MISSING):
        return Apart.WORDS
    if poll.is_secret:
        return Apart.SECRET
    return Apart.UNLINKABLE if policy.is_unlinkable(round_) else None


async def _of_round(session: AsyncSession, question: Question, result: QuestionResult) -> Source:
    times = await queries.answered_at(session, question.id)
    rows = await results_queries.answers_to(session, [question.id])
    shown = (
        []
        if isinstance(result, TextResult)
        else [str(group.group_id) for group in result.groups if group.figures]
    )
    # an answer that was taken back is kept as an empty one
    given = [row for row in rows if row.is_rated or row.vote or row.choices]
    return Source([(row, times[row.respondent]) for row in given], shown)


async def _of_room(
    session: AsyncSession, settings: Settings, question: Question, polls: Sequence[Poll]
) -> list[Source]:
    by_poll: defaultdict[UUID, list[Ballot]] = defaultdict(list)
    for ballot in await queries.ballots(session, [poll.id for poll in polls]):
        by_poll[ballot.poll_id].append(ballot)
    return [
        Source(
            [
                answer
                for ballot in by_poll[poll.id]
                if (answer := _answer(settings, question, poll, ballot))
            ],
            [
                str(group.group_id)
                for group in PollResult.model_validate(poll.result).groups
                if group.counts is not None
            ],
        )
        for poll in polls
    ]


def _answer(
    settings: Settings, question: Question, poll: Poll, ballot: Ballot
) -> tuple[AnswerRow, datetime] | None:
    vote = read_vote(settings, poll, ballot)
    if vote is None:
        return None
    voter = ballot.alias or str(ballot.member_id)
    row = as_answer(question, voter, ballot.group_id, vote)
    return row, ballot.changed_at


def _count(question: Question, united: United, ledger: Ledger) -> QuestionResult:
    answers = Answers(question=question, shown_question=read_asked(question), rows=united.rows)
    return count_answers(answers, replace(ledger, shown=united.shown))


def _room_poll(poll: Poll, meeting: Meeting, apart: Apart | None) -> RoomPoll:
    result = PollResult.model_validate(poll.result)
    state = PollState(
        **read_question(poll).model_dump(),
        opened_at=poll.opened_at,
        closed_at=poll.closed_at,
        released_at=poll.released_at,
        voted=result.total,
        has_quorum=None if poll.quorum is None else result.total >= poll.quorum,
        result=result,
    )
    return RoomPoll(
        meeting_id=meeting.id,
        meeting_title=meeting.title,
        asked_at=state.opened_at,
        poll=state,
        apart=apart,
    )

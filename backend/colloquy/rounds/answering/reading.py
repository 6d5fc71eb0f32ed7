"""Rounds put together for those who are asked."""

from collections import Counter, defaultdict
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.rounds import policy, queries
from colloquy.rounds.answering.feedback_reading import read_carried
from colloquy.rounds.answering.fitting import other_mechanisms
from colloquy.rounds.answering.ideas import list_my_ideas
from colloquy.rounds.answering.panel_schemas import MyRound, MyRoundListed, Standing
from colloquy.rounds.asking import seconds_for
from colloquy.rounds.building import pilot_queries
from colloquy.rounds.building.ordering import order_for
from colloquy.rounds.models import (
    Anonymity,
    Participation,
    Response,
    Round,
    RoundItem,
    RoundState,
)
from colloquy.rounds.plans import read_plan
from colloquy.rounds.respondents import own_respondents
from colloquy.rounds.running import queries as running_queries
from colloquy.rounds.running.changes import read_change
from colloquy.rounds.running.schemas import LateRead
from colloquy.rounds.showing import brief_of, read_items, read_response
from colloquy.studies.models import Study


async def list_my_rounds(session: AsyncSession, actor: Actor) -> list[MyRoundListed]:
    """The rounds that I try out, then those that were put before me, newest first."""
    moment = now()
    rounds = [
        *await pilot_queries.rounds_tried_by(session, actor.study_id, actor.member_id),
        *await _rounds_put_before(session, actor, moment),
    ]
    own = await own_respondents(session, rounds, actor.member_id)
    ids = [row.id for row in rounds]
    items: defaultdict[UUID, list[RoundItem]] = defaultdict(list)
    for item in await queries.items(session, ids):
        items[item.round_id].append(item)
    questions = await queries.questions(session, ids)
    answered = Counter(
        round_id
        for row, round_id in await queries.responses_of(session, ids, own)
        if _says_something(row)
    )
    parts = await queries.participations_of(session, ids, actor.member_id)
    return [
        MyRoundListed(
            **brief_of(row, moment).model_dump(),
            standing=_standing(row, parts.get(row.id), moment),
            questions=sum(len(questions.get(item.id, [])) for item in items[row.id]),
            answered=answered[row.id],
            seconds=sum(seconds_for(item, questions.get(item.id, [])) for item in items[row.id]),
            finished_at=_finished(parts.get(row.id)),
        )
        for row in rounds
    ]


async def _rounds_put_before(session: AsyncSession, actor: Actor, moment: datetime) -> list[Round]:
    if actor.group_id is None or not policy.is_asked(actor, {actor.group_id}):
        return []
    rounds = await queries.rounds_put_before(
        session, actor.study_id, actor.group_id, actor.member_id
    )
    return [row for row in rounds if policy.is_put_before_panel(row, moment)]


async def read_my_round(
    session: AsyncSession, actor: Actor, study: Study, round_: Round
) -> MyRound:
    """A round with what I have answered, and everything needed to go on without a connection."""
    plan = await read_plan(session, round_)
    own = await own_respondents(session, [round_], actor.member_id)
    answers = await queries.responses_of(session, [round_.id], own)
    late = await running_queries.late_answers(session, [round_.id], own)
    changes = await running_queries.changes(session, round_.id)
    part = await queries.participation(session, round_.id, actor.member_id)
    moment = now()
    return MyRound(
        **brief_of(round_, moment).model_dump(),
        introduction=round_.introduction,
        anonymity=Anonymity(round_.anonymity),
        is_real_time=round_.is_real_time,
        standing=_standing(round_, part, moment),
        items=order_for(round_, actor.member_id, await read_items(session, plan)),
        carried=await read_carried(session, actor, study, plan),
        mechanisms=await other_mechanisms(session, plan),
        ideas=await list_my_ideas(session, round_, actor.member_id),
        answers=[read_response(row) for row, _ in answers],
        seconds=plan.seconds,
        finished_at=_finished(part),
        suppress_below=study.suppress_below,
        late=[LateRead(question_id=row.question_id, **row.answer) for row in late],
        changes=[read_change(row) for row in changes],
    )


def _standing(round_: Round, part: Participation | None, moment: datetime) -> Standing:
    if policy.state_at(round_, moment) == RoundState.CLOSED:
        return Standing.CLOSED
    return Standing.ANSWERED if _finished(part) else Standing.WAITING


def _finished(part: Participation | None) -> datetime | None:
    return part.finished_at if part else None


def _says_something(row: Response) -> bool:
    return row.is_unable or row.rating is not None or bool(row.vote or row.choices or row.text)

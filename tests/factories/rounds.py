"""Rounds and their answers, made as the services make them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from colloquy.core.clock import now
from colloquy.core.jobs import Job
from colloquy.rounds import service
from colloquy.rounds.answering.schemas import ResponseIn
from colloquy.rounds.building import items as building
from colloquy.rounds.models import Question, QuestionKind, Round, Rule
from colloquy.rounds.queries import items as read_items
from colloquy.rounds.queries import questions as read_questions
from colloquy.rounds.schemas import QuestionIn, RoundCreate, RoundItemIn
from colloquy.studies.models import Study as StudyRow
from tests.factories.studies import Person, Study
from tests.factories.theory import a_mechanism


async def a_draft_round(
    study: Study,
    items: Sequence[RoundItemIn] | None = None,
    *,
    groups: Sequence[int] = (0,),
    rule: Rule = Rule.SEVENTY_FIFTEEN,
    closes_in: timedelta = timedelta(days=7),
    title: str = "First round",
) -> Round:
    """A draft before the groups (by position); without items it asks about one new mechanism."""
    if items is None:
        items = [RoundItemIn(version_id=(await a_mechanism(study)).id)]
    async with study.lab.writing() as session:
        round_ = await building.create_round(
            session,
            study.facilitator.actor,
            RoundCreate(
                title=title,
                introduction="We would like to know what you think.",
                closes_at=now() + closes_in,
                rule=rule,
                group_ids=[study.groups[position].id for position in groups],
            ),
        )
        for item in items:
            await building.add_item(session, study.facilitator.actor, round_, item)
    return round_


async def an_open_round(
    study: Study, items: Sequence[RoundItemIn] | None = None, **changes: Any
) -> Round:
    """A round that its groups can answer; see `a_draft_round`."""
    return await open_draft(study, await a_draft_round(study, items, **changes))


async def open_draft(study: Study, round_: Round) -> Round:
    """The facilitator opens a draft."""
    async with study.lab.writing() as session:
        row = await service.find_round(session, study.id, round_.id)
        whole = await session.get(StudyRow, study.id)
        assert whole
        await service.open_round(
            session, study.facilitator.actor, whole, row, study.lab.runtime.settings
        )
    return row


async def questions_of(study: Study, round_: Round) -> list[Question]:
    """What a round asks, in order."""
    async with study.lab.runtime.reading() as session:
        by_item = await read_questions(session, [round_.id])
        return [
            question
            for item in await read_items(session, [round_.id])
            for question in by_item[item.id]
        ]


async def answer(
    study: Study, round_: Round, question: Question, person: Person, given: object
) -> None:
    """A person's answer: a number, None for unable to say, or a vote, or words."""
    body: dict[str, Any] = {"answered_at": now()}
    if question.kind == QuestionKind.RATING:
        body |= {"is_unable": True} if given is None else {"rating": given}
    else:
        body |= {"vote" if question.kind == QuestionKind.VOTE else "text": given}
    async with study.lab.writing() as session:
        row = await service.find_round(session, study.id, round_.id)
        await service.save_response(
            session, person.actor, row, question.id, ResponseIn.model_validate(body)
        )


async def close(study: Study, round_: Round) -> None:
    """The facilitator ends a round."""
    async with study.lab.writing() as session:
        row = await service.find_round(session, study.id, round_.id)
        await service.close_round(session, study.facilitator.actor, row)


async def let_the_window_pass(study: Study, round_: Round, *, ago: timedelta) -> datetime:
    """Move the end of a round's window, and the job that waits for it, into the past."""
    moment = now() - ago
    async with study.lab.writing() as session:
        await session.exec(update(Round).where(col(Round.id) == round_.id).values(closes_at=moment))
        await session.exec(update(Job).where(col(Job.kind) == "close_round").values(due_at=moment))
    return moment


def a_rating(points: int = 9) -> QuestionIn:
    """A rating on so many points."""
    return QuestionIn.model_validate({"kind": QuestionKind.RATING, "points": points})


def a_statement(text: str = "Meetings need a carer.", *kinds: QuestionKind) -> RoundItemIn:
    """A statement with a question of each kind; without kinds it takes a vote."""
    return RoundItemIn(
        statement=text, questions=[QuestionIn(kind=kind) for kind in kinds] if kinds else None
    )


def url_of(study: Study, round_: Round, rest: str = "") -> str:
    """Where a round is."""
    return f"{study.url}/rounds/{round_.id}{rest}"


def answer_url(study: Study, round_: Round, question_id: UUID) -> str:
    """Where an answer is put."""
    return url_of(study, round_, f"/questions/{question_id}/response")


def body(**given: Any) -> dict[str, Any]:
    """An answer as a browser sends it."""
    return {"answered_at": now().isoformat(), **given}

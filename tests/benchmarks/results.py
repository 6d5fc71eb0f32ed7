"""The results of a round of 500 people × 100 items × 2 rounds: server time and query count."""

import asyncio
import time
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import event, insert, update
from sqlmodel import col

from colloquy.core.clock import now
from colloquy.core.ids import new_id
from colloquy.people.models import Account
from colloquy.rounds.models import Participation, Question, Response, Round, RoundState
from colloquy.rounds.schemas import RoundItemIn
from colloquy.studies.models import Member, MemberState
from tests.benchmarks.places import a_lab
from tests.factories.rounds import a_rating, an_open_round, questions_of, url_of
from tests.factories.studies import Study, a_study

PEOPLE = 500
ITEMS = 100


async def _closed_round(study: Study, title: str, before: Round | None) -> Round:
    items = [RoundItemIn(statement=f"Statement {n}", questions=[a_rating()]) for n in range(ITEMS)]
    round_ = await an_open_round(study, items, groups=(0, 1), title=title)
    async with study.lab.writing() as session:
        changes = {"state": RoundState.CLOSED, "closed_at": now()}
        if before:
            changes |= {"follows_id": before.id, "series_id": before.series_id}
            earlier = await questions_of(study, before)
            for question, old in zip(await questions_of(study, round_), earlier, strict=True):
                await session.exec(
                    update(Question)
                    .where(col(Question.id) == question.id)
                    .values(carried_from_id=old.id)
                )
        await session.exec(update(Round).where(col(Round.id) == round_.id).values(**changes))
    return round_


async def _people(study: Study) -> list[tuple[UUID, UUID]]:
    """Panel members in two groups, as rows."""
    accounts = [Account(email=f"p{n}@example.org", name=f"Person {n}") for n in range(PEOPLE)]
    members = [
        Member(
            study_id=study.id,
            account_id=account.id,
            group_id=study.groups[n % 2].id,
            display_name=account.name,
            roles=["panel"],
            state=MemberState.ACTIVE,
        )
        for n, account in enumerate(accounts)
    ]
    async with study.lab.writing() as session:
        session.add_all(accounts)
        await session.flush()
        session.add_all(members)
    return [(member.id, member.group_id) for member in members if member.group_id]


async def _answers(study: Study, round_: Round, people: Sequence[tuple[UUID, UUID]]) -> None:
    moment = now()
    questions = await questions_of(study, round_)
    rows = [
        Response(
            id=new_id(),
            question_id=question.id,
            respondent=str(member_id),
            member_id=member_id,
            group_id=group_id,
            rating=1 + (person * 7 + place * 3 + len(round_.title)) % 9,
            answered_at=moment,
            saved_at=moment,
        ).model_dump()
        for place, question in enumerate(questions)
        for person, (member_id, group_id) in enumerate(people)
    ]
    parts = [
        Participation(round_id=round_.id, member_id=member_id, group_id=group_id).model_dump()
        for member_id, group_id in people
    ]
    async with study.lab.writing() as session:
        connection = await session.connection()
        await connection.execute(insert(Response), rows)
        await connection.execute(insert(Participation), parts)


async def measure() -> None:
    """Print the time and the queries of the page and of the comparison."""
    async with a_lab() as lab:
        study = await a_study(lab)
        first = await _closed_round(study, "First", None)
        second = await _closed_round(study, "Second round", first)
        people = await _people(study)
        for round_ in (first, second):
            await _answers(study, round_, people)
        seen: list[str] = []
        event.listen(
            lab.runtime.database.engine.sync_engine,
            "before_cursor_execute",
            lambda _connection, _cursor, statement, *_: seen.append(statement),
        )
        for name, rest in (("results", "/results"), ("comparison of two rounds", "/comparison")):
            await study.researcher.client.get(url_of(study, second, rest))  # warm
            seen.clear()
            began = time.perf_counter()
            answered = await study.researcher.client.get(url_of(study, second, rest))
            taken = time.perf_counter() - began
            assert answered.status_code == 200, answered.text
            size = f"{PEOPLE} people × {ITEMS} items × 2 rounds"
            print(f"{name} ({size})".ljust(60), f"{taken:.2f} s, {len(seen)} queries")


def main() -> None:
    """Print the lines."""
    asyncio.run(measure())


if __name__ == "__main__":
    main()

"""The results page asks the database a fixed number of questions."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import event

from colloquy.rounds.schemas import RoundItemIn
from tests.factories.rounds import a_rating, an_open_round, answer, close, questions_of, url_of
from tests.factories.studies import Study
from tests.support.lab import ok


@contextmanager
def counting(study: Study) -> Generator[list[str]]:
    """Every statement that the database is sent meanwhile."""
    seen: list[str] = []
    engine = study.lab.runtime.database.engine.sync_engine

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


async def _queries_for(study: Study, items: int, title: str) -> int:
    asked = [RoundItemIn(statement=f"Statement {n}", questions=[a_rating()]) for n in range(items)]
    round_ = await an_open_round(study, asked, groups=(0, 1), title=title)
    for question in await questions_of(study, round_):
        for number, person in enumerate(study.panel):
            await answer(study, round_, question, person, 1 + number % 9)
    await close(study, round_)
    with counting(study) as seen:
        ok(await study.researcher.client.get(url_of(study, round_, "/results")))
    return len(seen)


async def test_the_number_of_queries_does_not_grow_with_people_or_items(study: Study) -> None:
    small = await _queries_for(study, 1, "Small")
    await study.add_panel(0, 4)
    await study.add_panel(1, 3)
    assert await _queries_for(study, 6, "Large") == small

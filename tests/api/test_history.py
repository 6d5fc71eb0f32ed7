"""The log of a study: who did what to what, and never what anybody answered."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from colloquy.audit.service import record
from colloquy.core.clock import now, standing_at
from colloquy.core.ids import new_id
from tests.factories.rounds import an_open_round, questions_of, url_of
from tests.factories.rounds import answer as give_answer
from tests.factories.statements import a_statement_round, decide, write
from tests.factories.studies import Study, a_study
from tests.support.lab import Lab, ok


async def _history(study: Study, **wanted: Any) -> dict[str, Any]:
    return ok(await study.lead.client.get(f"{study.url}/history", params=wanted)).json()


async def _tags(study: Study, **wanted: Any) -> list[str]:
    return [row["tag"] for row in (await _history(study, **wanted))["entries"]]


async def _answer(study: Study) -> None:
    round_ = await an_open_round(study, groups=(0,), title="First round")
    [question] = await questions_of(study, round_)
    ann = study.panel[0]
    await give_answer(study, round_, question, ann, 5)
    ok(await ann.client.post(url_of(study, round_, "/finish")))


async def test_the_lead_reads_who_did_what_to_what(study: Study) -> None:
    ann = study.panel[0]
    url = f"{study.url}/members/{ann.id}/take-out"
    ok(await study.facilitator.client.post(url, json={"reason": "She asked us."}))
    newest = (await _history(study))["entries"][0]
    assert newest["tag"] == "study:member:taken-out"
    assert (newest["person"], newest["about"], newest["reason"]) == (
        "Facilitator",
        "Panel0",
        "She asked us.",
    )


async def test_only_a_lead_reads_it(lab: Lab, study: Study) -> None:
    for path in ("/history", "/history.csv"):
        for person in (study.facilitator, study.researcher, study.chair, study.panel[0]):
            ok(await person.client.get(study.url + path), 403)
    other = await a_study(lab, title="Another study")
    assert "study:group:added" in await _tags(other)
    assert all(row["person"] == "Lead" for row in (await _history(other))["entries"])


async def test_an_answer_is_told_without_its_giver_and_without_what_it_says(study: Study) -> None:
    await _answer(study)
    rows = {row["tag"]: row for row in (await _history(study))["entries"]}
    for tag in ("round:response:saved", "round:participation:finished"):
        row = rows[tag]
        assert (row["person"], row["is_withheld"], row["about"], row["reason"]) == (
            None,
            True,
            "First round",
            "",
        )


async def test_asking_for_a_persons_rows_does_not_give_their_answers_away(study: Study) -> None:
    await _answer(study)
    assert "round:response:saved" in await _tags(study, subject="round")
    assert await _tags(study, member_id=study.panel[0].id) == []
    assert "round:round:opened" in await _tags(study, member_id=study.facilitator.id)


async def test_the_log_is_narrowed_by_subject_and_day(study: Study) -> None:
    await _answer(study)
    assert {tag.split(":")[0] for tag in await _tags(study, subject="study")} == {"study"}
    today, tomorrow = now().date(), now().date() + timedelta(days=1)
    assert await _tags(study, since=today, until=today) == await _tags(study)
    assert await _tags(study, since=tomorrow) == []
    assert await _tags(study, until=today - timedelta(days=1)) == []
    ok(await study.lead.client.get(f"{study.url}/history", params={"subject": "%"}), 422)


async def _fill(lab: Lab, study: Study, count: int) -> None:
    async with lab.writing() as session:
        for number in range(count):
            record(session, study.lead.actor, "study:group:updated", new_id(), name=f"G{number}")
            await session.flush()


async def test_pages_follow_one_another_without_gaps_or_repeats(lab: Lab, study: Study) -> None:
    await _fill(lab, study, 120)
    seen: list[str] = []
    before: dict[str, str] = {}
    while True:
        page = await _history(study, subject="study", **before)
        seen += [row["about"] for row in page["entries"]]
        if page["next_before"] is None:
            break
        before = {"before": page["next_before"]}
    assert seen[:120] == [f"G{number}" for number in reversed(range(120))]


async def test_rows_stand_in_the_order_of_their_times(lab: Lab, study: Study) -> None:
    async with lab.writing() as session:
        for name, days in (("Third", 0), ("First", 2), ("Second", 1)):
            with standing_at(now() - timedelta(days=days)):
                record(session, study.lead.actor, "study:group:updated", new_id(), name=name)
    groups = await _history(study, subject="study")
    named = [row["about"] for row in groups["entries"]]
    assert [each for each in named if each in {"First", "Second", "Third"}] == [
        "Third",
        "Second",
        "First",
    ]


async def test_a_part_without_a_name_is_told_by_what_it_lies_in(study: Study) -> None:
    round_ = await a_statement_round(study)
    sent = await write(study, round_, study.panel[0], "Notes help.")
    await decide(study, round_, sent)
    newest, written, *_ = (await _history(study, subject="round"))["entries"]
    assert (newest["tag"], newest["about"]) == ("round:statement:accepted", "First round")
    assert (written["tag"], written["person"]) == ("round:statement:written", None)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_long_page_needs_as_many_queries_as_a_short_one(lab: Lab, study: Study) -> None:
    counted: list[str] = []

    def count(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        counted.append(statement)

    engine = lab.runtime.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", count)
    await _history(study)
    few = len(counted)
    await _fill(lab, study, 60)
    counted.clear()
    await _history(study)
    event.remove(engine, "before_cursor_execute", count)
    assert len(counted) == few


async def test_the_table_holds_the_same_rows_and_no_formulas(lab: Lab, study: Study) -> None:
    body = {"name": "=HYPERLINK(1)"}
    ok(await study.lead.client.post(f"{study.url}/groups", json=body), 201)
    answer = ok(await study.lead.client.get(f"{study.url}/history.csv"))
    assert "attachment" in answer.headers["content-disposition"]
    header, newest, *_ = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert header == ["time (UTC)", "person", "action", "about", "reason"]
    assert newest[1:] == ["Lead", "study:group:added", "'=HYPERLINK(1)", ""]

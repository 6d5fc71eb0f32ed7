"""The documents of a round: figures as tables, the report in Word, and no small group in any."""

import csv
import io
from collections import Counter
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zipfile import ZipFile

from docx import Document
from sqlalchemy import update
from sqlmodel import col

from colloquy.core.clock import now
from colloquy.rounds.models import Anonymity, QuestionKind, Response, Round
from colloquy.rounds.schemas import QuestionIn, RoundItemIn
from colloquy.rounds.service import find_round
from colloquy.theory.models import Mechanism
from colloquy.theory.schemas import VersionIn
from colloquy.theory.service import make_version
from tests.factories.rounds import (
    a_rating,
    an_open_round,
    answer,
    close,
    open_draft,
    questions_of,
    url_of,
)
from tests.factories.studies import Study
from tests.factories.theory import a_mechanism, words
from tests.support.lab import ok

ASKED = RoundItemIn(
    statement="=SUM(A1) A shared purpose",
    questions=[a_rating(), QuestionIn(kind=QuestionKind.VOTE)],
)


async def _round(study: Study, carers: list[int], leaders: list[int], **changes: Any) -> Round:
    await study.add_panel(0, len(carers) - 1)
    await study.add_panel(1, len(leaders) - 1)
    round_ = await an_open_round(study, [ASKED], groups=(0, 1), **changes)
    rating, vote = await questions_of(study, round_)
    for group, given in enumerate((carers, leaders)):
        people = [row for row in study.panel if row.member.group_id == study.groups[group].id]
        for person, each in zip(people, given, strict=True):
            await answer(study, round_, rating, person, each)
            await answer(study, round_, vote, person, "agree")
    await close(study, round_)
    return round_


async def _rows(study: Study, round_: Round) -> list[dict[str, str]]:
    sent = ok(await study.researcher.client.get(url_of(study, round_, "/results.csv")))
    return list(csv.DictReader(io.StringIO(sent.text.removeprefix("\ufeff"))))


async def test_the_table_of_results_has_every_figure_for_all_and_each_group(study: Study) -> None:
    round_ = await _round(study, [7, 8, 9], [4, 5, 6])
    whole, carers, leaders = await _rows(study, round_)
    assert (whole["n"], whole["median"], whole["rand"]) == ("6", "6.5", "uncertain")
    assert (carers["group"], carers["median"], carers["70/15"]) == ("Carers", "8.0", "in")
    assert leaders["share_middle"] == "1.0"
    assert whole["item"].startswith("'=SUM")  # no spreadsheet takes it for a formula


async def test_a_part_of_a_mechanism_bears_its_own_name_in_the_tables(study: Study) -> None:
    version = await a_mechanism(study)
    read = ok(await study.researcher.client.get(f"{study.url}/versions/{version.id}")).json()
    first, second = (element["text"] for element in read["cmocs"][0]["elements"][:2])
    start, end = (UUID(element["id"]) for element in read["cmocs"][0]["elements"][:2])
    link = RoundItemIn(
        version_id=version.id,
        cmoc_id=UUID(read["cmocs"][0]["id"]),
        element_id=start,
        to_element_id=end,
        questions=[a_rating()],
    )
    round_ = await an_open_round(study, [link])
    await close(study, round_)
    rows = await _rows(study, round_)
    assert {row["item"] for row in rows} == {f"{version.title}: {first} → {second}"}


async def test_a_small_group_is_in_no_export(study: Study) -> None:
    round_ = await _round(study, [7, 8, 9], [1, 2])
    assert [row["n"] for row in await _rows(study, round_)] == ["5", "suppressed", "suppressed"]
    book = ok(await study.researcher.client.get(url_of(study, round_, "/results.xlsx"))).content
    words = ZipFile(io.BytesIO(book)).read("xl/sharedStrings.xml").decode()
    assert "suppressed" in words
    answers = ok(await study.researcher.client.post(url_of(study, round_, "/answers.csv"))).text
    assert "Leaders" not in answers


async def test_the_panel_takes_its_results_along_but_not_the_answers_of_others(
    study: Study,
) -> None:
    round_ = await _round(study, [7, 8, 9], [4, 5, 6])
    client = study.panel[0].client
    ok(await client.get(url_of(study, round_, "/results.csv")))
    ok(await client.post(url_of(study, round_, "/answers.csv")), 403)
    ok(await client.get(url_of(study, round_, "/report.docx")), 403)


async def test_answers_leave_under_pseudonyms_and_the_log_says_so(study: Study) -> None:
    round_ = await _round(study, [7, 8, 9], [4, 5, 6])
    carer = str(study.panel[0].id)
    on_paper = {"entered_how": "paper", "given_on": date(2026, 11, 20)}
    async with study.lab.writing() as session:
        await session.exec(
            update(Response).where(col(Response.respondent) == carer).values(**on_paper)
        )
    sent = ok(await study.researcher.client.post(url_of(study, round_, "/answers.csv"))).text
    rows = list(csv.DictReader(io.StringIO(sent.removeprefix("\ufeff"))))
    assert len({row["person"] for row in rows}) == 6
    entered = Counter((row["entered by the team"], row["given on"]) for row in rows)
    assert entered == {("paper", "2026-11-20"): 2, ("", ""): 10}
    assert not any(str(person.id) in sent for person in study.panel)
    log = (await study.lead.client.get(f"{study.url}/history?subject=round")).json()["entries"]
    assert "round:answers:exported" in {row["tag"] for row in log}


async def test_an_unlinkable_round_gives_no_table_of_answers(study: Study) -> None:
    round_ = await _round(study, [7, 8, 9], [4, 5, 6])
    async with study.lab.writing() as session:
        row = await session.get(Round, round_.id)
        assert row
        row.anonymity = Anonymity.UNLINKABLE
        session.add(row)
    refused = ok(await study.researcher.client.post(url_of(study, round_, "/answers.csv")), 409)
    assert "promised" in refused.json()["detail"]


async def test_the_report_tells_how_the_round_was_made_and_fills_accord(study: Study) -> None:
    round_ = await _round(study, [7, 8, 9], [4, 5, 6])
    sent = ok(await study.researcher.client.get(url_of(study, round_, "/report.docx"))).content
    document = Document(io.BytesIO(sent))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "The rule of consensus was “70/15”, locked when the round opened." in text
    assert "6 of 6 people took part" in text
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    everybody = next(row for row in cells if row[0] == "Everybody")
    assert everybody[2:11] == ["0", "0", "0", "1", "1", "1", "1", "1", "1"]
    numbers = {row[0] for row in cells}
    assert {"M12", "M18", "R1", "R3", "O1–O3"} <= numbers


async def test_the_report_shows_word_by_word_what_was_asked_again_in_other_words(
    study: Study,
) -> None:
    version = await a_mechanism(study)
    asks = RoundItemIn(version_id=version.id, questions=[a_rating()])
    first = await an_open_round(study, [asks])
    await close(study, first)
    async with study.lab.writing() as session:
        mechanism = await session.get_one(Mechanism, version.mechanism_id)
        given = words(plain_summary="People work together once they can see why.")
        changed = VersionIn.model_validate(given)
        await make_version(session, study.researcher.actor, mechanism, None, changed)
    client = study.facilitator.client
    made = ok(await client.post(url_of(study, first, "/next"), json={}), 201).json()
    async with study.lab.writing() as session:
        second = await find_round(session, study.id, UUID(made["id"]))
        second.closes_at = now() + timedelta(days=7)
        session.add(second)
    await open_draft(study, second)
    await close(study, second)
    sent = ok(await study.researcher.client.get(url_of(study, second, "/report.docx"))).content
    paragraphs = Document(io.BytesIO(sent)).paragraphs
    summary = next(each for each in paragraphs if each.text.startswith("Plain summary: "))
    assert [run.text for run in summary.runs if run.font.strike] == ["when"]
    assert [run.text for run in summary.runs if run.font.underline] == ["once"]
    assert not any(each.text.startswith("Definition: ") for each in paragraphs)


async def test_nothing_leaves_before_the_close(study: Study) -> None:
    round_ = await an_open_round(study, [ASKED])
    for path in ("/results.csv", "/results.xlsx", "/report.docx"):
        ok(await study.researcher.client.get(url_of(study, round_, path)), 409)

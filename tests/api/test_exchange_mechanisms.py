"""Taking mechanisms in from a CSV file."""

from typing import Any

from httpx import Response
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from tests.factories.studies import Person, Study, a_study
from tests.factories.theory import NOTATION, a_mechanism
from tests.support.lab import Lab, ok

GOOD = (
    "title,definition,plain_summary,cmocs\n"
    f'Use of power,Leaders share power.,Power is shared.,"{NOTATION}\n\nTrust (C) → talk (O+)"\n'
    "Learning,,,\n"
)


async def _send(
    study: Study,
    text: str | bytes,
    *,
    preview: bool = False,
    by: Person | None = None,
    **query: Any,
) -> Response:
    return await (by or study.researcher).client.post(
        f"{study.url}/imports/mechanisms{'/preview' if preview else ''}",
        content=text.encode() if isinstance(text, str) else text,
        headers={"Content-Type": "text/csv"},
        params=query,
    )


async def _titles(study: Study) -> list[str]:
    listed = ok(await study.researcher.client.get(f"{study.url}/mechanisms")).json()
    return [one["current"]["title"] for one in listed]


async def test_a_preview_tells_each_configuration_and_writes_nothing(
    lab: Lab, study: Study
) -> None:
    seen = ok(await _send(study, GOOD, preview=True)).json()
    assert [(line["line"], line["verdict"], line["stage"]) for line in seen["lines"]] == [
        (2, "good", "1a"),
        (5, "good", "1a"),
    ]
    assert seen["lines"][0]["sentences"][1] == "If trust, then talk."
    assert await _titles(study) == []


async def test_mechanisms_come_in_as_drafts_in_the_order_of_the_file(
    lab: Lab, study: Study
) -> None:
    assert ok(await _send(study, GOOD)).json()["taken"] == 2
    listed = ok(await study.researcher.client.get(f"{study.url}/mechanisms")).json()
    assert [(one["current"]["title"], one["status"]) for one in listed] == [
        ("Use of power", "draft"),
        ("Learning", "draft"),
    ]
    assert [cmoc["notation"] for cmoc in listed[0]["current"]["cmocs"]] == [
        NOTATION,
        "Trust (C) → talk (O+)",
    ]


async def test_notation_that_does_not_parse_says_line_and_place(lab: Lab, study: Study) -> None:
    text = 'title,cmocs\nGood,Trust (C) → talk (O)\nBad,"Trust (C) → talk (O)\n\nTrust (C) → talk (Q)"\n'
    problem = ok(await _send(study, text), 422).json()
    assert [field["path"] for field in problem["fields"]] == ["line:3"]
    assert "Line 3: In the notation, line 3, column 18:" in problem["fields"][0]["message"]
    assert await _titles(study) == []
    done = ok(await _send(study, text, only_good=True)).json()
    assert (done["taken"], [line["title"] for line in done["left_out"]]) == (1, ["Bad"])
    assert await _titles(study) == ["Good"]


async def test_titles_stand_once(lab: Lab, study: Study) -> None:
    await a_mechanism(study, "Learning")
    text = GOOD + "use of power,,,\n,no title,,\n"
    seen = ok(await _send(study, text, preview=True)).json()
    assert [(line["line"], line["verdict"]) for line in seen["lines"]] == [
        (2, "good"),
        (5, "present"),
        (6, "problem"),
        (7, "problem"),
    ]
    assert "on line 2 already" in seen["lines"][2]["message"]
    assert seen["lines"][3]["message"] == "The title is missing."


async def test_a_wrong_header_is_refused(lab: Lab, study: Study) -> None:
    problem = ok(await _send(study, "name,text\nx,y\n"), 422).json()
    assert "Missing: title." in problem["detail"]
    assert "Not known: “name”, “text”." in problem["detail"]


async def test_an_unknown_stage_and_words_that_are_too_long_are_named(
    lab: Lab, study: Study
) -> None:
    text = f"title,stage,cmocs\nOne,9z,\nTwo,1a,{'x' * 20001} (C)\n{'T' * 301},,\n"
    problem = ok(await _send(study, text), 422).json()
    said = {field["path"]: field["message"] for field in problem["fields"]}
    assert "There is no stage “9z”. The stages are: 1a." in said["line:2"]
    assert "20000" in said["line:3"]
    assert "title" in said["line:4"]


async def test_the_sample_file_is_taken_in_as_it_is(lab: Lab, study: Study) -> None:
    sample = ok(await study.lead.client.get(f"{study.url}/imports/mechanisms/sample"))
    assert ok(await _send(study, sample.content)).json()["taken"] == 1


async def test_only_researchers_import_and_the_log_says_so(lab: Lab, study: Study) -> None:
    elsewhere = await a_study(lab, title="Another study")
    for preview in (True, False):
        ok(await _send(study, GOOD, preview=preview, by=elsewhere.lead), 404)
        ok(await _send(study, GOOD, preview=preview, by=study.panel[0]), 403)
        ok(await _send(study, GOOD, preview=preview, by=study.facilitator), 403)
    ok(await _send(study, GOOD))
    async with lab.runtime.reading() as session:
        rows = await session.exec(
            select(AuditEntry.tag)
            .where(AuditEntry.study_id == study.id)
            .order_by(col(AuditEntry.id))
        )
        tags = rows.all()
    assert tags.count("theory:mechanism:created") == 2
    assert tags.count("exchange:mechanisms:imported") == 1

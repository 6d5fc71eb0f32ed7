"""Inviting people from a CSV file: every way it can be wrong, and what is safe then."""

from typing import Any

import pytest
from httpx import Response

from tests.factories.studies import Person, Study, a_study
from tests.support.lab import Lab, ok

GOOD = "email,name,group,role\nann@example.org,Ann Carer,Carers,panel\nlee@example.org,Lee Boss,Leaders,\n"


async def _send(
    study: Study,
    text: str | bytes,
    *,
    preview: bool = False,
    by: Person | None = None,
    **query: Any,
) -> Response:
    return await (by or study.facilitator).client.post(
        f"{study.url}/imports/members{'/preview' if preview else ''}",
        content=text.encode() if isinstance(text, str) else text,
        headers={"Content-Type": "text/csv"},
        params=query,
    )


async def _emails(study: Study) -> set[str]:
    members = ok(await study.lead.client.get(f"{study.url}/members")).json()
    return {member["email"] for member in members}


async def test_a_preview_shows_what_would_happen_and_invites_nobody(lab: Lab, study: Study) -> None:
    seen = ok(await _send(study, GOOD, preview=True)).json()
    assert [(line["line"], line["verdict"], line["name"]) for line in seen["lines"]] == [
        (2, "good", "Ann Carer"),
        (3, "good", "Lee Boss"),
    ]
    assert seen["lines"][0]["group_id"] == str(study.groups[0].id)
    assert seen["lines"][1]["roles"] == ["panel"]
    assert all(column["is_found"] for column in seen["columns"])
    assert "ann@example.org" not in await _emails(study)
    assert await lab.mails() == []


async def test_people_are_invited_by_mail(lab: Lab, study: Study) -> None:
    done = ok(await _send(study, GOOD)).json()
    assert (done["taken"], done["left_out"]) == (2, [])
    assert {"ann@example.org", "lee@example.org"} <= await _emails(study)
    assert {mail.recipient for mail in await lab.mails()} == {"ann@example.org", "lee@example.org"}


async def test_a_wrong_header_says_which_columns_are_wanted_found_and_unknown(
    lab: Lab, study: Study
) -> None:
    text = "address,name,telephone\nann@example.org,Ann,1\n"
    problem = ok(await _send(study, text), 422).json()
    assert "Wanted: email, name, group (if you like), role (if you like)." in problem["detail"]
    assert "Found: name." in problem["detail"]
    assert "Missing: email." in problem["detail"]
    assert "Not known: “address”, “telephone”." in problem["detail"]
    assert problem["fields"] == [{"path": "line:1", "message": "The column “email” is missing."}]


async def test_an_unknown_column_is_named_and_left_aside(lab: Lab, study: Study) -> None:
    text = "email,name,telephone\nann@example.org,Ann,1\n"
    seen = ok(await _send(study, text, preview=True)).json()
    assert seen["unknown"] == ["telephone"]
    assert seen["lines"][0]["verdict"] == "good"


async def test_bytes_that_are_not_utf8_are_named_by_line(lab: Lab, study: Study) -> None:
    text = "email,name\nann@example.org,Ann\nzoe@example.org,Zoë\n".encode("cp1252")
    for preview in (True, False):
        problem = ok(await _send(study, text, preview=preview), 422).json()
        assert "not in UTF-8; see line 3." in problem["detail"]
        assert [field["path"] for field in problem["fields"]] == ["line:3"]
        assert "zoe@example.org" in problem["fields"][0]["message"]
    assert "ann@example.org" not in await _emails(study)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (GOOD.encode("utf-16"), "UTF-16"),
        (b"", "empty"),
        (b"\n , \n", "empty"),
        (b"email,name\n", "no lines below"),
        (b"PK\x03\x04\x00\x00", "not a text file"),
        (b'email,name\nann@example.org,"Ann\nbob@example.org,Bob\n', "Line 2 cannot be read"),
        (b"email,name\n" + b"a@example.org,A\n" * 1001, "at most 1000"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_whole(
    lab: Lab, study: Study, raw: bytes, words: str
) -> None:
    problem = ok(await _send(study, raw), 422).json()
    assert words in problem["detail"]
    assert await lab.mails() == []


async def test_a_file_over_the_limit_is_refused(lab: Lab, study: Study) -> None:
    raw = b"email,name\n" + b"#" * (lab.runtime.settings.max_body_kb * 1024)
    assert "At most 1 MB" in ok(await _send(study, raw), 413).json()["detail"]


async def test_every_problem_is_named_by_its_line_and_nothing_is_taken_in(
    lab: Lab, study: Study
) -> None:
    text = (
        "email,name,group,role\n"
        "ann@example.org,Ann,Carers,panel\n"
        "\n"
        "ANN@example.org,Ann again,Carers,panel\n"
        "not an address,Bob,,\n"
        "cara@example.org,,,\n"
        "dan@example.org,Dan,Doctors,\n"
        "eve@example.org,Eve,,guest\n"
        "fay@example.org,Fay,,researcher\n"
        "gus@example.org,Gus,,panel,extra\n"
    )
    problem = ok(await _send(study, text), 422).json()
    assert problem["detail"].startswith("7 lines have a problem, so nothing has been taken in.")
    said = {field["path"]: field["message"] for field in problem["fields"]}
    assert "ANN@example.org is on line 2 already" in said["line:4"]
    assert "is not an e-mail address" in said["line:5"]
    assert "The name is missing" in said["line:6"]
    assert "The groups are: Carers, Leaders" in said["line:7"]
    assert "There is no role “guest”" in said["line:8"]
    assert "Only a study lead" in said["line:9"]
    assert "5 cells" in said["line:10"]
    assert await lab.mails() == []
    done = ok(await _send(study, text, only_good=True)).json()
    assert done["taken"] == 1
    assert [line["line"] for line in done["left_out"]] == [4, 5, 6, 7, 8, 9, 10]
    assert [mail.recipient for mail in await lab.mails()] == ["ann@example.org"]


async def test_people_in_the_study_are_named_and_not_invited_twice(lab: Lab, study: Study) -> None:
    ok(await _send(study, GOOD))
    mails = len(await lab.mails())
    again = ok(await _send(study, GOOD.replace("ann@", "ANN@") + "new@example.org,New,,\n")).json()
    assert again["taken"] == 1
    assert [(line["email"], line["verdict"]) for line in again["left_out"]] == [
        ("ANN@example.org", "present"),
        ("lee@example.org", "present"),
    ]
    assert "in the study already" in again["left_out"][0]["message"]
    assert len(await lab.mails()) == mails + 1


async def test_a_lead_may_invite_the_team(lab: Lab, study: Study) -> None:
    text = "email,name,role\nfay@example.org,Fay,researcher + facilitator\n"
    ok(await _send(study, text, by=study.lead))
    members = ok(await study.lead.client.get(f"{study.url}/members")).json()
    fay = next(member for member in members if member["email"] == "fay@example.org")
    assert set(fay["roles"]) == {"researcher", "facilitator"}


async def test_the_sample_file_is_taken_in_as_it_is(lab: Lab, study: Study) -> None:
    sample = ok(await study.lead.client.get(f"{study.url}/imports/members/sample"))
    assert sample.headers["content-type"].startswith("text/csv")
    assert "attachment" in sample.headers["content-disposition"]
    seen = ok(await _send(study, sample.content, preview=True, by=study.lead)).json()
    assert {line["verdict"] for line in seen["lines"]} == {"good"}
    assert seen["unknown"] == []


async def test_only_those_who_invite_may_import_people(lab: Lab, study: Study) -> None:
    elsewhere = await a_study(lab, title="Another study")
    for preview in (True, False):
        ok(await _send(study, GOOD, preview=preview, by=elsewhere.lead), 404)
        ok(await _send(study, GOOD, preview=preview, by=study.panel[0]), 403)
        ok(await _send(study, GOOD, preview=preview, by=study.researcher), 403)
    ok(await study.panel[0].client.get(f"{study.url}/imports/members/sample"), 403)

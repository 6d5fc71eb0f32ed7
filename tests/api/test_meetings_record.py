"""The record of a meeting: minutes in three shapes, and whether the groups were heard alike."""

import io
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from docx import Document

from tests.factories.meetings import Meeting, a_meeting, a_running_meeting, plan
from tests.factories.small_groups import Writer, a_meeting_in_small_groups, small_group_ids
from tests.factories.studies import Person, Study
from tests.support.lab import ok


async def _a_whole_meeting(study: Study) -> Meeting:
    """Two points, two speakers, a poll and two comments."""
    await study.add_panel(group=0, count=2)
    meeting = await a_running_meeting(study)
    ann, bob = study.panel[:2]
    for person in (ann, bob):
        await meeting.act(person, "raise_hand")
        await meeting.act(study.chair, "give_floor", member_id=str(person.id))
    for person in study.panel[2:]:
        await meeting.act(person, "raise_hand")
        await meeting.act(person, "withdraw_hand")
    ok(await meeting.comment(ann, "Carers hold power too.", stance="supports"), 201)
    ok(await meeting.comment(ann, "And who decides?"), 201)
    poll = await meeting.open_poll()
    for person, choice in zip(study.panel, ("Agree", "Agree", "Agree", "Pass"), strict=True):
        await meeting.vote(person, poll, choice)
    await meeting.release(poll)
    await meeting.act(study.chair, "present", item_id=meeting.items[1]["id"])
    await meeting.act(study.chair, "end")
    return meeting


async def _minutes(meeting: Meeting, person: Person, **params: Any) -> dict[str, Any]:
    return ok(await person.client.get(f"{meeting.path}/minutes", params=params)).json()


def _rows(minutes: dict[str, Any], heading: str) -> list[list[str]]:
    """The table under a heading."""
    blocks = minutes["blocks"]
    place = next(n for n, block in enumerate(blocks) if block["words"] == [heading])
    return next(block["rows"] for block in blocks[place:] if block["kind"] == "table")


def _said(minutes: dict[str, Any]) -> str:
    return "\n".join(
        words
        for block in minutes["blocks"]
        for words in (*block["words"], *(cell for row in block["rows"] for cell in row))
    )


async def test_minutes_say_what_the_log_says(study: Study) -> None:
    meeting = await _a_whole_meeting(study)
    minutes = await _minutes(meeting, study.researcher)
    assert (minutes["title"], minutes["is_final"]) == ("Minutes: Second consultation", True)
    assert _rows(minutes, "Who was there") == [
        ["Carers", "3"],
        ["Leaders", "1"],
        ["In no group", "1"],
        ["Everybody", "5"],
    ]
    shown = _rows(minutes, "What was shown")
    assert [row[0] for row in shown] == ["Working with power", "Taking a wider view"]
    assert [row[4] for row in shown] == ["20 min", "20 min"]
    assert _rows(minutes, "Comments") == [
        ["Supports", "1"],
        ["Without a stance", "1"],
        ["All", "2"],
    ]
    assert "What is missing?: not reached" in _said(minutes)


async def test_without_names_nobody_is_named(study: Study) -> None:
    meeting = await _a_whole_meeting(study)
    plain = _said(await _minutes(meeting, study.chair))
    named = _said(await _minutes(meeting, study.chair, names=True))
    people = [person.member.display_name for person in (study.chair, *study.panel)]
    assert not any(name in plain for name in people)
    assert all(name in named for name in people)
    assert "In the chair: Chair" in named


async def test_a_poll_is_told_as_it_was_shown_with_small_groups_hidden(study: Study) -> None:
    meeting = await _a_whole_meeting(study)
    rows = _rows(await _minutes(meeting, study.lead), "Is this specific to integrated care?")
    assert rows[0] == ["Everybody", "3", "0", "1", "0"]
    # one leader alone is hidden, and with them whoever would give them away
    assert {row[1] for row in rows[1:]} == {"not shown alone"}


async def test_decisions_and_actions_stand_as_they_were_noted(study: Study) -> None:
    meeting = await a_running_meeting(study)
    item = meeting.items[0]["id"]
    for kind, text, who, due in (
        ("decision", "Keep it as it is.", "", None),
        ("action", "Write to the panel.", "The facilitator", "2026-12-10"),
    ):
        given = {"kind": kind, "text": text, "who": who, "due": due, "item_id": item}
        await meeting.act(study.chair, "note_outcome", **given)
    minutes = await _minutes(meeting, study.chair)
    assert _rows(minutes, "Decisions") == [["Keep it as it is.", "–", "–", "Working with power"]]
    assert _rows(minutes, "Actions") == [
        ["Write to the panel.", "The facilitator", "2026-12-10", "Working with power"]
    ]


async def test_breaks_are_told_and_not_counted(study: Study) -> None:
    meeting = await a_running_meeting(study)
    await meeting.act(study.chair, "pause")
    await meeting.act(study.chair, "resume")
    await meeting.act(study.chair, "end")
    assert "Break: " in _said(await _minutes(meeting, study.chair))


async def test_minutes_give_times_in_the_zone_of_the_meeting_and_name_it(study: Study) -> None:
    meeting = await a_meeting(study, time_zone="America/Sao_Paulo")
    await meeting.act(study.chair, "start")
    at = (await meeting.state(study.chair))["state"]["started_at"]
    local = datetime.fromisoformat(at).astimezone(timezone(-timedelta(hours=3)))
    said = _said(await _minutes(meeting, study.chair))
    assert "Times: as in America/Sao_Paulo" in said
    assert f"Began: {local:%A} {local.day} {local:%B %Y, %H:%M} UTC-03:00" in said
    body = plan(time_zone="Middle/Earth")
    refused = await study.facilitator.client.post(f"{study.url}/meetings", json=body)
    assert "This time zone is not known" in ok(refused, 422).text


async def test_what_small_groups_wrote_and_when_they_reported_is_in_every_shape_of_the_minutes(
    study: Study,
) -> None:
    await study.add_panel(group=0)
    meeting = await a_meeting_in_small_groups(study)
    [first, _] = await small_group_ids(meeting)
    await Writer(meeting, study.panel[0], first).write("Carers *decide*.\n\nNobody asks them.")
    assert "Nobody asks" not in _said(await _minutes(meeting, study.chair))
    await meeting.act(study.chair, "call_back")
    await meeting.act(study.chair, "begin_report", small_group_id=first)
    await meeting.act(study.chair, "end_report")
    minutes = await _minutes(meeting, study.chair)
    said = _said(minutes)
    assert "Group 1: Working with power" in said
    quotes = [block["words"] for block in minutes["blocks"] if block["kind"] == "quote"]
    assert quotes == [["Carers *decide*.", "Nobody asks them."]]
    assert said.count("Reported: ") == said.count("No report was given.") == 1
    assert "The group wrote nothing in its note." in said
    text = ok(await study.lead.client.get(f"{meeting.path}/minutes.md")).text
    assert "> Carers \\*decide\\*.\n>\n> Nobody asks them." in text
    word = ok(await study.lead.client.get(f"{meeting.path}/minutes.docx"))
    written = [paragraph.text for paragraph in Document(io.BytesIO(word.content)).paragraphs]
    assert "Carers *decide*." in written


async def test_minutes_of_a_running_meeting_say_as_of_when(study: Study) -> None:
    meeting = await a_running_meeting(study)
    minutes = await _minutes(meeting, study.chair)
    assert minutes["is_final"] is False
    assert "Not ended. These minutes are as of" in _said(minutes)
    lobby = await _minutes(await a_meeting(study), study.chair)
    assert "The meeting has not begun." in _said(lobby)


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.md"])
async def test_the_same_minutes_are_the_same_bytes(study: Study, name: str) -> None:
    meeting = await _a_whole_meeting(study)
    first, second = [
        ok(await study.lead.client.get(f"{meeting.path}/{name}")).content for _ in range(2)
    ]
    assert first == second


async def test_word_and_markdown_say_what_the_page_says(study: Study) -> None:
    meeting = await _a_whole_meeting(study)
    minutes = await _minutes(meeting, study.lead)
    word = ok(await study.lead.client.get(f"{meeting.path}/minutes.docx"))
    document = Document(io.BytesIO(word.content))
    said = [paragraph.text for paragraph in document.paragraphs]
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    ]
    assert said[:2] == [minutes["title"], minutes["subtitle"]]
    assert tables == [
        [block["words"], *block["rows"]] for block in minutes["blocks"] if block["kind"] == "table"
    ]
    markdown = ok(await study.lead.client.get(f"{meeting.path}/minutes.md")).text
    assert markdown.startswith("# Minutes: Second consultation\n\nLeading integrated care\n")
    assert "| Carers | 3 |" in markdown


async def test_words_of_people_are_no_markup_in_markdown(study: Study) -> None:
    meeting = await a_meeting(study, title="![x](http://evil.example) | <b>")
    markdown = ok(await study.lead.client.get(f"{meeting.path}/minutes.md")).text
    assert r"\!\[x\](http://evil.example) \| \<b\>" in markdown


async def test_the_panel_reads_no_record(study: Study) -> None:
    meeting = await _a_whole_meeting(study)
    for name in ("minutes", "minutes.docx", "minutes.md", "voice"):
        ok(await study.panel[0].client.get(f"{meeting.path}/{name}"), 403)


async def test_voice_sets_each_groups_people_beside_what_came_from_them(study: Study) -> None:
    meeting = await _a_whole_meeting(study)
    voice = ok(await study.chair.client.get(f"{meeting.path}/voice")).json()
    carers, leaders = voice["groups"]
    assert (carers["people"], leaders["people"]) == (3, 1)
    assert (carers["share_of_people"], leaders["share_of_people"]) == (0.75, 0.25)
    assert (carers["hands"], leaders["hands"]) == (3, 1)
    assert (carers["share_of_comments"], leaders["share_of_comments"]) == (1.0, 0.0)
    assert (carers["votes"], leaders["votes"]) == (3, 1)
    assert carers["share_of_airtime"] + leaders["share_of_airtime"] == pytest.approx(1)
    assert voice["outside"] == {"airtime": 0.0, "hands": 0, "comments": 0, "votes": 0}

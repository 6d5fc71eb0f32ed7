"""Shared notes over HTTP: who reads and writes them, what is kept, and what becomes of them."""

import json
import random
from uuid import UUID

import pytest
from sqlmodel import col, func, select

from colloquy.audit.models import AuditEntry
from colloquy.meetings.models import MeetingEvent
from colloquy.meetings.small_groups import notes
from colloquy.meetings.small_groups.models import NoteUpdate, SmallGroup
from tests.factories.meetings import Meeting
from tests.factories.small_groups import (
    Writer,
    a_meeting_in_small_groups,
    make_small_groups,
    packed,
    small_group_ids,
    unpacked,
)
from tests.factories.studies import Person, Study
from tests.support.lab import Lab, ok


async def _writers(study: Study, *people: Person) -> tuple[Meeting, list[Writer]]:
    """People at the note of the first small group."""
    meeting = await a_meeting_in_small_groups(study)
    first, _ = await small_group_ids(meeting)
    return meeting, [Writer(meeting, person, first) for person in people]


async def test_what_one_writes_the_other_reads(study: Study) -> None:
    _, (ann, chair) = await _writers(study, study.panel[0], study.chair)
    kept = await ann.write("Carers hold power too.")
    assert (kept["seq"], kept["length"]) == (1, 22)
    read = await chair.read()
    assert (chair.text, read["may_write"], read["is_frozen"]) == (ann.text, True, False)


async def test_writing_at_the_same_place_at_the_same_time_loses_nothing(study: Study) -> None:
    _, (ann, chair) = await _writers(study, study.panel[0], study.chair)
    ann.type("one ")
    chair.type("two ")
    await ann.send()
    await chair.send()
    await ann.read()
    await chair.read()
    assert ann.text == chair.text
    assert sorted(ann.text.split()) == ["one", "two"]


async def test_a_reader_gets_just_what_is_missing(study: Study) -> None:
    _, (ann, chair) = await _writers(study, study.panel[0], study.chair)
    await ann.write("A long beginning. " * 200)
    await chair.read()
    await ann.write("End.")
    missing = unpacked((await chair.read())["update"])
    assert b"End." in missing
    assert len(missing) < 100


@pytest.mark.parametrize("who", ["other group", "team"])
async def test_nobody_else_reads_or_writes_until_everybody_is_back(
    lab: Lab, study: Study, who: str
) -> None:
    other = {"other group": study.panel[1], "team": study.researcher}[who]
    meeting, (ann, outsider) = await _writers(study, study.panel[0], other)
    await ann.write("Between us.")
    ok(await outsider.try_to_read(), 403)
    outsider.type("Intruding.")
    ok(await outsider.try_to_send(), 403)
    listed = ok(await other.client.get(f"{meeting.path}/small-groups/notes")).json()
    assert listed == []
    await meeting.act(study.chair, "call_back")
    read = await outsider.read()
    assert ("Between us." in outsider.text, read["may_write"]) == (True, False)
    (note, _) = ok(await other.client.get(f"{meeting.path}/small-groups/notes")).json()
    assert note["text"] == "Between us."


async def test_somebody_who_is_moved_reads_the_new_note_and_not_the_old_one(study: Study) -> None:
    meeting, (ann,) = await _writers(study, study.panel[0])
    _, second = await small_group_ids(meeting)
    await meeting.act(
        study.chair, "place_in_small_group", member_id=str(ann.person.id), small_group_id=second
    )
    ok(await ann.try_to_read(), 403)
    await Writer(meeting, ann.person, second).write("Here I am.")


async def test_the_words_never_enter_the_log_and_who_wrote_is_recorded_once(
    lab: Lab, study: Study
) -> None:
    meeting, (ann,) = await _writers(study, study.panel[0])
    await ann.write("A secret ")
    await ann.write("of ours")
    await meeting.act(study.chair, "call_back")
    async with lab.runtime.reading() as session:
        events = (await session.exec(select(MeetingEvent))).all()
        entries = (await session.exec(select(AuditEntry))).all()
    assert "secret" not in json.dumps([event.payload for event in events])
    written = [entry for entry in entries if entry.tag == "meeting:note:written"]
    assert len(written) == 1
    assert "secret" not in str([entry.details for entry in entries])


async def test_a_note_that_is_called_back_is_closed_and_keeps_what_was_saved(study: Study) -> None:
    meeting, (ann,) = await _writers(study, study.panel[0])
    await ann.write("Saved in time.")
    await meeting.act(study.chair, "call_back")
    ann.type(" Too late.")
    refused = ok(await ann.try_to_send(), 409)
    assert "What was saved before stays" in refused.json()["detail"]
    assert (await Writer(meeting, study.chair, ann.small_group_id).read())["length"] == 14


async def test_nobody_writes_before_the_groups_are_sent_out(study: Study) -> None:
    meeting = await a_meeting_in_small_groups(study)
    await meeting.act(study.chair, "call_back")
    await make_small_groups(meeting, study.panel[:2])
    first, _ = await small_group_ids(meeting)
    chair = Writer(meeting, study.chair, first)
    chair.type("Early.")
    ok(await chair.try_to_send(), 409)


async def test_a_note_becomes_a_document_with_a_segment_a_paragraph(study: Study) -> None:
    meeting, (ann,) = await _writers(study, study.panel[0])
    await ann.write("Power is shared.\n\n  Trust grows slowly. \nNobody \0 asks.\n")
    await meeting.act(study.chair, "call_back")
    noted, empty = ok(
        await study.researcher.client.get(f"{meeting.path}/small-groups/notes")
    ).json()
    document = ok(
        await study.researcher.client.get(f"{study.url}/documents/{noted['document_id']}")
    ).json()
    assert (document["kind"], document["title"]) == ("note", "Small group 1: Working with power")
    assert [segment["text"] for segment in document["segments"]] == [
        "Power is shared.",
        "Trust grows slowly.",
        "Nobody  asks.",
    ]
    assert {segment["version_id"] for segment in document["segments"]} == {
        meeting.items[0]["version_id"]
    }
    assert empty["document_id"] is None
    seen = ok(await ann.person.client.get(f"{meeting.path}/small-groups/notes")).json()
    assert seen[0]["document_id"] is None, "the panel reads the note, not the team's document"


async def test_ending_the_meeting_brings_everybody_back_and_keeps_the_notes(study: Study) -> None:
    meeting, (ann,) = await _writers(study, study.panel[0])
    await ann.write("Just before the end.")
    await meeting.act(study.chair, "end")
    (note, _) = ok(await study.researcher.client.get(f"{meeting.path}/small-groups/notes")).json()
    assert (note["is_frozen"], note["document_id"] is None) == (True, False)
    (division,) = (await meeting.state(study.chair))["state"]["divisions"]
    assert division["recalled_at"]


async def test_the_same_words_sent_again_are_kept_once(lab: Lab, study: Study) -> None:
    _, (ann, chair) = await _writers(study, study.panel[0], study.chair)
    ann.type("Once.")
    (update,) = ann.unsent
    for _ in range(3):
        assert ok(await ann.try_to_send(update)).json()["seq"] == 1
    await chair.read()
    assert chair.text == "Once."


async def test_words_that_follow_on_missing_ones_are_asked_for_again(study: Study) -> None:
    _, (ann, chair) = await _writers(study, study.panel[0], study.chair)
    ann.type("First ")
    ann.type("second")
    state_vector = packed(ann.state_vector)
    refused = await ann.try_to_send(ann.unsent[1], state_vector=state_vector)
    assert "send again" in ok(refused, 409).json()["detail"]
    await ann.send()
    await chair.read()
    assert chair.text == "First second"


async def test_a_note_that_is_full_refuses_more_and_can_be_shortened(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "NOTE_LIMIT", 20)
    _, (ann, chair) = await _writers(study, study.panel[0], study.chair)
    await ann.write("Exactly twenty here.")
    ann.type("!")
    refused = ok(await ann.try_to_send(), 413)
    assert "Please shorten the note" in refused.json()["detail"]
    await chair.read()
    chair.erase(0, 8)
    await chair.send()
    await ann.send()
    await chair.read()
    assert chair.text == "twenty here.!"


@pytest.mark.parametrize("update", ["", "bm90IHlqcw==", packed(bytes(range(5, 200))), "%%%"])
async def test_what_is_no_part_of_a_note_is_refused(study: Study, update: str) -> None:
    _, (ann, chair) = await _writers(study, study.panel[0], study.chair)
    await ann.write("Still here.")
    body = {"update": update, "state_vector": packed(b"\0")}
    ok(await ann.person.client.post(ann.path, json=body), 422)
    await chair.read()
    assert chair.text == "Still here."


async def test_an_addition_that_is_too_long_is_refused(study: Study) -> None:
    _, (ann,) = await _writers(study, study.panel[0])
    ok(await ann.try_to_send(b"\1" * (512 * 1024 + 1)), 422)
    ok(await ann.try_to_send(b"\1" * 900_000), 413)


async def test_whoever_sends_without_end_is_slowed_down(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("colloquy.meetings.small_groups.routes.NOTE_RATE", "3/minute")
    _, (ann,) = await _writers(study, study.panel[0])
    for word in "abc":
        await ann.write(word)
    ann.type("d")
    assert "Nothing is lost" in ok(await ann.try_to_send(), 429).json()["detail"]


async def test_many_additions_become_one_whole_with_the_same_text(lab: Lab, study: Study) -> None:
    _, (ann, chair) = await _writers(study, study.panel[0], study.chair)
    chance = random.Random(4)  # noqa: S311 - any order will do
    for number in range(notes.MERGE_EVERY + 6):
        ann.type(f"{number} ", at=chance.randint(0, len(ann.text)))
        await ann.send()
    async with lab.runtime.reading() as session:
        kept = (await session.exec(select(func.count(col(NoteUpdate.id))))).one()
        group = await session.get_one(SmallGroup, UUID(ann.small_group_id))
    assert (kept, group.note_seq) == (6, notes.MERGE_EVERY)
    await chair.read()
    assert chair.text == ann.text


async def test_a_note_of_no_such_group_is_not_found(study: Study) -> None:
    meeting, _ = await _writers(study)
    lost = Writer(meeting, study.chair, "00000000-0000-7000-8000-000000000001")
    ok(await lost.try_to_read(), 404)

"""Documents: who reads them, and how what was heard is corrected."""

import pytest
from sqlmodel import select

from colloquy.audit.models import AuditEntry
from colloquy.core.errors import Conflict
from colloquy.texts.making import SegmentDraft, append_segments, clear_document
from colloquy.texts.models import DocumentKind
from tests.factories.coding import a_code, a_coding
from tests.factories.studies import Study, a_study
from tests.factories.texts import a_transcript, segments_of
from tests.support.lab import Lab, ok


async def test_a_document_shows_its_segments_in_order_with_who_spoke(study: Study) -> None:
    document = await a_transcript(study)
    read = ok(await study.researcher.client.get(f"{study.url}/documents/{document.id}")).json()
    assert read["segments"][0]["text"] == "Who would like to begin?"
    assert [segment["position"] for segment in read["segments"]] == [0, 1, 2]
    carer = read["segments"][1]["speaker"]
    assert carer["label"] == "Carer"
    assert carer["member_id"] == str(study.panel[0].id)
    assert carer["group_id"] == str(study.groups[0].id)
    assert read["segments"][1]["start"] == 5.0


async def test_documents_are_listed_by_kind_with_how_long_they_are(study: Study) -> None:
    await a_transcript(study, title="Meeting 1")
    await a_transcript(study, kind=DocumentKind.NOTE, title="Field notes", talk=[(None, "Quiet.")])
    listed = ok(await study.facilitator.client.get(f"{study.url}/documents")).json()
    assert {row["title"]: row["segment_count"] for row in listed} == {
        "Meeting 1": 3,
        "Field notes": 1,
    }
    notes = ok(await study.facilitator.client.get(f"{study.url}/documents?kind=note")).json()
    assert [row["title"] for row in notes] == ["Field notes"]


async def test_the_panel_and_the_chair_read_no_document(study: Study) -> None:
    document = await a_transcript(study)
    for person in (study.panel[0], study.chair):
        ok(await person.client.get(f"{study.url}/documents"), 403)
        ok(await person.client.get(f"{study.url}/documents/{document.id}"), 403)


async def test_a_stranger_is_told_that_there_is_no_such_document(lab: Lab, study: Study) -> None:
    document = await a_transcript(study)
    other = await a_study(lab, title="Another study")
    segment = (await segments_of(study, document.id))[0]
    for url in (study.url, other.url):
        client = other.researcher.client
        ok(await client.get(f"{url}/documents/{document.id}"), 404)
        path = f"{url}/documents/{document.id}/segments/{segment.id}"
        ok(await client.patch(path, json={"text": "x", "seen": "y"}), 404)


async def test_a_segment_of_one_document_is_not_found_through_another(study: Study) -> None:
    document, other = await a_transcript(study), await a_transcript(study, title="Meeting 2")
    segment = (await segments_of(study, document.id))[0]
    path = f"{study.url}/documents/{other.id}/segments/{segment.id}"
    ok(await study.researcher.client.patch(path, json={"text": "x", "seen": "y"}), 404)


async def test_misheard_words_can_be_corrected_and_who_did_it_is_recorded(study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[1]
    path = f"{study.url}/documents/{document.id}/segments/{segment.id}"
    ok(await study.facilitator.client.patch(path, json={"text": "No.", "seen": "y"}), 403)
    body = {"text": "  Nobody asked me.  ", "seen": segment.text}
    read = ok(await study.researcher.client.patch(path, json=body)).json()
    assert read["segments"][1]["text"] == "Nobody asked me."
    assert read["segments"][1]["edited_at"]
    body = {"text": "   ", "seen": "Nobody asked me."}
    ok(await study.researcher.client.patch(path, json=body), 422)
    async with study.lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry).where(AuditEntry.tag == "texts:segment:edited")
        )
        entry = found.one()
    assert entry.object_id == segment.id
    assert entry.account_id == study.researcher.account.id


async def test_of_two_who_correct_a_passage_the_later_is_told_what_it_reads_now(
    study: Study,
) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[1]
    path = f"{study.url}/documents/{document.id}/segments/{segment.id}"
    first = {"text": "Nobody asked me.", "seen": segment.text}
    second = {"text": "Nobody asked me!", "seen": segment.text}
    ok(await study.researcher.client.patch(path, json=first))
    refused = ok(await study.lead.client.patch(path, json=second), 409).json()
    assert "“Nobody asked me.”" in refused["detail"]
    assert (await segments_of(study, document.id))[1].text == "Nobody asked me."
    ok(await study.researcher.client.patch(path, json=first))  # a retry is no conflict
    ok(await study.lead.client.patch(path, json=second | {"seen": "Nobody asked me."}))
    ok(await study.lead.client.patch(path, json={"text": "Without what was seen."}), 422)


async def test_a_segment_can_be_given_to_another_voice_or_to_none(study: Study) -> None:
    document = await a_transcript(study)
    client = study.researcher.client
    read = ok(await client.get(f"{study.url}/documents/{document.id}")).json()
    leader = next(speaker for speaker in read["speakers"] if speaker["label"] == "Leader")
    path = f"{study.url}/documents/{document.id}/segments/{read['segments'][0]['id']}"
    read = ok(await client.patch(path, json={"speaker_id": leader["id"]})).json()
    assert read["segments"][0]["speaker"]["label"] == "Leader"
    read = ok(await client.patch(path, json={"speaker_id": None})).json()
    assert read["segments"][0]["speaker"] is None


async def test_a_voice_can_be_named_and_linked_to_a_member(study: Study) -> None:
    document = await a_transcript(study, members={})
    client = study.researcher.client
    read = ok(await client.get(f"{study.url}/documents/{document.id}")).json()
    voice = next(speaker for speaker in read["speakers"] if speaker["label"] == "Carer")
    assert voice["member_id"] is None
    path = f"{study.url}/documents/{document.id}/speakers/{voice['id']}"
    body = {"label": "Panel 0", "member_id": str(study.panel[0].id)}
    read = ok(await client.patch(path, json=body)).json()
    speaker = read["segments"][1]["speaker"]
    assert (speaker["label"], speaker["group_id"]) == ("Panel 0", str(study.groups[0].id))


async def test_a_voice_cannot_be_a_member_of_another_study(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    document = await a_transcript(study)
    client = study.researcher.client
    body = {"label": "New", "member_id": str(other.panel[0].id)}
    ok(await client.post(f"{study.url}/documents/{document.id}/speakers", json=body), 404)


async def test_two_voices_given_one_name_become_one(study: Study) -> None:
    talk = [("Voice 1", "One."), ("Voice 2", "Two."), ("Voice 1", "Three.")]
    document = await a_transcript(study, talk=talk, members={"Voice 2": study.panel[0].id})
    client = study.researcher.client
    read = ok(await client.get(f"{study.url}/documents/{document.id}")).json()
    second = next(speaker for speaker in read["speakers"] if speaker["label"] == "Voice 2")
    path = f"{study.url}/documents/{document.id}/speakers/{second['id']}"
    read = ok(await client.patch(path, json={"label": "Voice 1"})).json()
    assert [speaker["label"] for speaker in read["speakers"]] == ["Voice 1"]
    assert {segment["speaker"]["member_id"] for segment in read["segments"]} == {
        str(study.panel[0].id)
    }


async def test_a_transcript_grows_and_can_begin_afresh_until_it_is_coded(study: Study) -> None:
    document = await a_transcript(study)
    async with study.lab.writing() as session:
        await append_segments(session, document, [SegmentDraft(text="More.", speaker="New voice")])
    read = ok(await study.researcher.client.get(f"{study.url}/documents/{document.id}")).json()
    assert read["segments"][3]["position"] == 3
    assert read["segments"][3]["speaker"]["label"] == "New voice"
    async with study.lab.writing() as session:
        await clear_document(session, document)
        added = await append_segments(session, document, [SegmentDraft(text="Afresh, then.")])
    code = await a_code(study)
    await a_coding(study, added[0], "Afresh", code_id=code["id"])
    with pytest.raises(Conflict, match="has been coded"):
        async with study.lab.writing() as session:
            await clear_document(session, document)

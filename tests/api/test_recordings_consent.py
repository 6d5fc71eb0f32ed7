"""A recording stays closed until those who speak agreed, or an administrator says why."""

import json
import tempfile
from pathlib import Path
from typing import Any

from colloquy.people.models import Account
from tests.factories import recordings
from tests.factories.recordings import STARTED
from tests.factories.studies import Person, Study
from tests.support.lab import Lab, ok

FOLDER = Path(tempfile.mkdtemp())
FORM = {"basis": "form"}


async def test_nobody_opens_a_recording_before_consent_is_settled(lab: Lab, study: Study) -> None:
    closed = await _closed(study)
    url = f"{study.url}/recordings/{closed['id']}"
    assert (closed["peaks"], closed["transcripts"], closed["is_open"]) == ([], [], False)
    for path in ("audio", "transcripts"):
        method = "GET" if path == "audio" else "POST"
        answer = ok(await study.lead.client.request(method, f"{url}/{path}", json={}), 403).json()
        assert answer["title"] == "This recording is closed until consent is settled"
    opened = ok(await study.facilitator.client.post(f"{url}/consent", json=FORM)).json()
    assert opened["consent"]["by"] == "Facilitator"
    assert max(opened["peaks"]) > 0.3
    ok(await study.lead.client.get(f"{url}/audio"))


async def test_what_is_closed_again_is_read_nowhere_and_says_why(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(
        study.researcher.client,
        study,
        recordings.clip(recordings.SAMPLES / "sample-1.opus", 6.0, FOLDER),
    )
    made = await recordings.transcribe(study, taken["id"])
    document_id = made["transcripts"][0]["document_id"]
    transcript_id = made["transcripts"][0]["id"]
    url = f"{study.url}/recordings/{taken['id']}"
    ok(await study.lead.client.post(f"{url}/consent", json={"basis": "closed"}), 422)
    body = {"basis": "closed", "words": "A carer took her consent back."}
    closed = ok(await study.lead.client.post(f"{url}/consent", json=body)).json()
    assert closed["consent"]["words"] == "A carer took her consent back."
    client = study.researcher.client
    export = f"{study.url}/transcripts/{transcript_id}/export"
    ok(await client.get(export, params={"form": "vtt"}), 403)
    ok(await client.get(f"{study.url}/documents/{document_id}"), 404)
    assert ok(await client.get(f"{study.url}/documents")).json() == []
    ok(await study.lead.client.post(f"{url}/consent", json=FORM))
    ok(await client.get(f"{study.url}/documents/{document_id}"))


async def test_nobody_says_over_somebodys_head_that_everybody_agreed(
    lab: Lab, study: Study
) -> None:
    carer = study.panel[0]
    ok(await study.lead.client.patch(study.url, json={"consent_text": "May we record?"}))
    done = await recordings.send(
        study.researcher.client,
        study,
        {"a.wav": recordings.tone_file(1), "b.wav": recordings.tone_file(2)},
        arrangement="tracks",
        agreed="form",
        voices=[{"label": "Carer", "member_id": str(carer.id)}, {"label": "P07"}],
    )
    url = f"{study.url}/recordings/{done['made'][0]}"
    kept = ok(await study.lead.client.get(url)).json()
    assert kept["is_open"] is False
    assert len(kept["consent"]["objections"]) == 1
    assert "has not agreed to the study's consent form" in kept["consent"]["objections"][0]
    ok(await study.lead.client.post(f"{url}/consent", json=FORM), 409)
    form = ok(await carer.client.get(f"{study.url}/consent")).json()
    ok(await carer.client.post(f"{study.url}/consent", json={"form_id": form["form_id"]}))
    ok(await study.lead.client.post(f"{url}/consent", json=FORM))


async def test_nobody_who_has_not_agreed_is_named_in_words_that_are_open(
    lab: Lab, study: Study
) -> None:
    carer = study.panel[0]
    ok(await study.lead.client.patch(study.url, json={"consent_text": "May we record?"}))
    sample = recordings.clip(recordings.SAMPLES / "sample-1.opus", 6.0, FOLDER)
    taken = await recordings.upload(study.researcher.client, study, sample, agreed="aloud")
    text = await recordings.document(study, await recordings.transcribe(study, taken["id"]))
    url = f"{study.url}/documents/{text['id']}/speakers"
    name = {"label": "Ann", "member_id": str(carer.id)}
    client = study.researcher.client
    refused = ok(await client.post(url, json=name), 409).json()["detail"]
    assert "has not agreed to the study's consent form. Nothing was changed." in refused
    added = ok(await client.post(url, json=name | {"member_id": None}), 201).json()
    (ann,) = [one for one in added["speakers"] if one["label"] == "Ann"]
    ok(await client.patch(f"{url}/{ann['id']}", json=name), 409)
    form = ok(await carer.client.get(f"{study.url}/consent")).json()
    ok(await carer.client.post(f"{study.url}/consent", json={"form_id": form["form_id"]}))
    ok(await client.patch(f"{url}/{ann['id']}", json=name))


async def test_only_an_administrator_opens_it_all_the_same_and_the_log_says_why(
    lab: Lab, study: Study
) -> None:
    closed = await _closed(study)
    url = f"{study.url}/recordings/{closed['id']}/consent"
    reason = {"basis": "reason", "words": "The chair agreed for all by letter of 3 May."}
    ok(await study.lead.client.post(url, json=reason), 403)
    await _make_administrator(lab, study.lead)
    opened = ok(await study.lead.client.post(url, json=reason)).json()
    assert (opened["is_open"], opened["consent"]["words"]) == (True, reason["words"])
    log = ok(await study.lead.client.get(f"{study.url}/history")).json()
    assert "recording:consent:opened" in json.dumps(log)


async def test_who_said_no_in_the_meeting_keeps_its_recording_closed(
    lab: Lab, study: Study
) -> None:
    meeting, people, _ = await recordings.the_recorded_meeting(study)
    name = next(iter(people))
    await recordings.refuse_to_be_recorded(study, meeting, people[name])
    done = await recordings.send(
        study.researcher.client,
        study,
        {"a.wav": recordings.tone_file(1)},
        meeting_id=str(meeting.id),
        starts_at=STARTED.isoformat(),
        agreed="aloud",
    )
    kept = await recordings.read(study, done["made"][0])
    assert kept["is_open"] is False
    assert "did not agree to be recorded in the meeting" in kept["consent"]["objections"][0]


async def _closed(study: Study) -> dict[str, Any]:
    done = await recordings.send(study.researcher.client, study, {"a.wav": recordings.tone_file(1)})
    return await recordings.read(study, done["made"][0])


async def _make_administrator(lab: Lab, person: Person) -> None:
    async with lab.writing() as session:
        account = await session.get_one(Account, person.account.id)
        account.is_administrator = True
        session.add(account)

"""A transcript that was made elsewhere is shown first, and then is one like any other."""

from typing import Any

import pytest

from tests.factories import recordings
from tests.factories.studies import Study
from tests.support.lab import Lab, ok

VTT = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nResearcher: Shall we begin?\n\n"
    "00:00:03.000 --> 00:00:04.000\nSiân: Yes.\n"
).encode()


async def test_what_was_understood_is_shown_and_nothing_is_kept(lab: Lab, study: Study) -> None:
    shown = ok(await _send(study, "/preview")).json()
    assert (shown["form"], shown["passages"], shown["speakers"]) == (
        "vtt",
        2,
        ["Researcher", "Siân"],
    )
    assert shown["first"][1] == {"speaker": "Siân", "start": 3.0, "text": "Yes."}
    assert ok(await study.lead.client.get(f"{study.url}/documents")).json() == []


async def test_it_becomes_a_transcript_of_a_recording_that_the_log_leaves_alone(
    lab: Lab, study: Study
) -> None:
    taken = await recordings.upload(
        study.researcher.client, study, recordings.DEMO / "meeting.opus", title="Interview"
    )
    made = ok(await _send(study, recording_id=taken["id"], file_name="zoom.vtt"), 201).json()
    kept = await recordings.read(study, taken["id"])
    assert [(one["engine"], one["document_id"]) for one in kept["transcripts"]] == [
        ("imported", made["document_id"])
    ]
    text = await recordings.document(study, kept)
    assert [segment["speaker"]["label"] for segment in text["segments"]] == ["Researcher", "Siân"]
    assert text["segments"][0]["speaker"]["member_id"] == str(study.researcher.id)
    meeting, _, _ = await recordings.the_recorded_meeting(study)
    ok(
        await study.researcher.client.patch(
            f"{study.url}/recordings/{taken['id']}", json={"meeting_id": str(meeting.id)}
        )
    )
    after = await recordings.document(study, kept)
    assert [segment["speaker"]["label"] for segment in after["segments"]] == ["Researcher", "Siân"]


async def test_without_sound_it_is_a_document_and_a_file_like_any_other(
    lab: Lab, study: Study
) -> None:
    made = ok(await _send(study, file_name="Interview 3.vtt"), 201).json()
    await lab.work()
    listed = ok(await study.lead.client.get(f"{study.url}/documents")).json()
    assert [one["title"] for one in listed] == ["Interview 3"]
    url = f"{study.url}/transcripts/{made['transcript_id']}"
    answer = ok(await study.lead.client.get(f"{url}/export", params={"form": "vtt"}))
    assert "<v Siân>Yes." in answer.text
    files = [path.name for path in lab.runtime.settings.transcripts_folder.rglob("*.vtt")]
    assert len(files) == 1
    ok(await study.researcher.client.post(f"{url}/checked"), 409)
    (alone,) = ok(await study.lead.client.get(f"{study.url}/imported-transcripts")).json()
    assert (alone["id"], alone["title"]) == (made["transcript_id"], "Interview 3")
    assert (alone["file_name"], alone["meeting_title"]) == ("Interview 3.vtt", None)
    ok(await study.panel[0].client.get(f"{study.url}/imported-transcripts"), 403)


async def test_no_words_are_added_to_a_closed_recording(lab: Lab, study: Study) -> None:
    done = await recordings.send(study.researcher.client, study, {"a.wav": recordings.tone_file(1)})
    ok(await _send(study, recording_id=done["made"][0]), 403)


@pytest.mark.parametrize(("data", "status"), [(b"%PDF-1.7", 422), (b"x" * (2 << 20), 413)])
async def test_what_cannot_be_read_or_is_too_much_is_refused(
    lab: Lab, study: Study, data: bytes, status: int
) -> None:
    lab.runtime.settings.max_transcript_mb = 1
    ok(await _send(study, "/preview", data=data), status)


async def _send(study: Study, path: str = "", data: bytes = VTT, **about: str) -> Any:
    return await study.researcher.client.post(
        f"{study.url}/imported-transcripts{path}",
        params={"file_name": "a.vtt"} | about if not path else {},
        content=data,
        headers={"Content-Type": "application/octet-stream"},
    )

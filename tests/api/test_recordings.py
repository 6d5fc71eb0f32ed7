"""Recordings: taken in, transcribed by real Whisper code, attributed by the meeting's own log."""

import json
import tempfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
import webvtt

from colloquy.core.jobs import Job, JobState, claim, sweep
from colloquy.recordings import jobs
from colloquy.recordings.transcribing.heard import Heard
from colloquy.recordings.transcript import Segment
from tests.factories import recordings
from tests.factories.recordings import DEMO, SAMPLES, STARTED
from tests.factories.studies import Study
from tests.support.lab import Lab, ok

# four sentences, cut in the silence after the fourth
SAMPLE = recordings.clip(SAMPLES / "sample-1.opus", 14.0, Path(tempfile.mkdtemp()))
# the first six turns of the demo's meeting
MEETING = recordings.clip(DEMO / "meeting.opus", 39.0, SAMPLE.parent)


async def test_a_recording_becomes_a_transcript_with_its_files(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE, title="First meeting")
    assert taken["duration"] == pytest.approx(14.0, abs=0.5)
    assert (taken["codec"], taken["media_type"]) == ("opus", "audio/ogg")
    assert len(taken["peaks"]) == 2000
    made = (await recordings.transcribe(study, taken["id"]))["transcripts"][0]
    assert made["job"]["state"] == "done"
    assert made["engine"] == "faster-whisper"
    folder = lab.runtime.settings.transcripts_folder
    cues = webvtt.read(folder / made["vtt_path"]).captions
    assert cues[0].text == "The last statement helps staff in my area."
    kept = json.loads((folder / made["json_path"]).read_text())
    assert kept["segments"][0]["words"][0]["probability"] > 0.1


async def test_speakers_and_mechanisms_come_from_the_meetings_log(lab: Lab, study: Study) -> None:
    meeting, people, versions = await recordings.the_recorded_meeting(study)
    taken = await recordings.upload(
        study.researcher.client,
        study,
        MEETING,
        meeting_id=str(meeting.id),
        starts_at=STARTED.isoformat(),
    )
    made = await recordings.transcribe(study, taken["id"])
    segments = (await recordings.document(study, made))["segments"]
    by_name = {str(person.id): name for name, person in people.items()}
    said = [
        (by_name[segment["speaker"]["member_id"]], segment["text"])
        for segment in segments
        if segment["speaker"]
    ]
    reference = [
        (caption.voice, caption.text)
        for caption in webvtt.read(DEMO / "reference.vtt").captions
        if caption.end_in_seconds < 39
    ]
    right = sum(entry in reference for entry in said)
    assert right >= 0.8 * len(reference), said
    assert {segment["version_id"] for segment in segments} == {str(versions[0])}


async def test_without_a_place_in_time_nobody_is_guessed(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    made = await recordings.transcribe(study, taken["id"])
    segments = (await recordings.document(study, made))["segments"]
    assert segments
    assert all(s["speaker"] is None and s["version_id"] is None for s in segments)


async def test_aligning_later_names_the_speakers_and_keeps_the_passages(
    lab: Lab, study: Study
) -> None:
    meeting, _, _ = await recordings.the_recorded_meeting(study)
    taken = await recordings.upload(study.researcher.client, study, MEETING)
    before = await recordings.document(study, await recordings.transcribe(study, taken["id"]))
    ok(
        await study.researcher.client.patch(
            f"{study.url}/recordings/{taken['id']}",
            json={"meeting_id": str(meeting.id), "starts_at": STARTED.isoformat()},
        )
    )
    after = await recordings.document(study, await recordings.read(study, taken["id"]))
    assert [s["id"] for s in after["segments"]] == [s["id"] for s in before["segments"]]
    named = [segment for segment in after["segments"] if segment["speaker"]]
    assert len(named) >= 0.7 * len(after["segments"])


async def test_what_a_person_attributed_is_left_alone_by_the_log(lab: Lab, study: Study) -> None:
    meeting, _, _ = await recordings.the_recorded_meeting(study)
    taken = await recordings.upload(study.researcher.client, study, MEETING)
    text = await recordings.document(study, await recordings.transcribe(study, taken["id"]))
    url = f"{study.url}/documents/{text['id']}"
    named = ok(
        await study.researcher.client.post(f"{url}/speakers", json={"label": "A visitor"}), 201
    )
    visitor = named.json()["speakers"][0]["id"]
    first = text["segments"][0]["id"]
    ok(await study.researcher.client.patch(f"{url}/segments/{first}", json={"speaker_id": visitor}))
    ok(
        await study.researcher.client.patch(
            f"{study.url}/recordings/{taken['id']}",
            json={"meeting_id": str(meeting.id), "starts_at": STARTED.isoformat()},
        )
    )
    after = await recordings.document(study, await recordings.read(study, taken["id"]))
    assert after["segments"][0]["speaker"]["label"] == "A visitor"


async def test_a_correction_reaches_the_files_and_every_export(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    made = await recordings.transcribe(study, taken["id"])
    text = await recordings.document(study, made)
    ok(
        await study.researcher.client.patch(
            f"{study.url}/documents/{text['id']}/segments/{text['segments'][0]['id']}",
            json={
                "text": "The last <statement> helps & cares.",
                "seen": text["segments"][0]["text"],
            },
        )
    )
    await lab.work()
    transcript = made["transcripts"][0]
    path = lab.runtime.settings.transcripts_folder / transcript["vtt_path"]
    assert "The last &lt;statement&gt; helps &amp; cares." in path.read_text()
    url = f"{study.url}/transcripts/{transcript['id']}/export"
    for form, words in {
        "vtt": "&lt;statement&gt;",
        "srt": "The last <statement> helps & cares.",
        "txt": "The last <statement> helps & cares.",
        "json": "The last <statement> helps & cares.",
    }.items():
        answer = ok(await study.lead.client.get(url, params={"form": form}))
        assert words in answer.text
        assert "attachment" in answer.headers["content-disposition"]


async def test_a_checked_transcript_says_by_whom(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    made = (await recordings.transcribe(study, taken["id"]))["transcripts"][0]
    url = f"{study.url}/transcripts/{made['id']}"
    ok(await study.researcher.client.post(f"{url}/checked"))
    await lab.work()
    exported = ok(await study.lead.client.get(f"{url}/export", params={"form": "json"})).json()
    assert exported["checked_by"] == "Researcher"


async def test_the_sound_is_played_in_ranges(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    answer = await study.lead.client.get(
        f"{study.url}/recordings/{taken['id']}/audio", headers={"Range": "bytes=100-199"}
    )
    assert ok(answer, 206).content == SAMPLE.read_bytes()[100:200]


async def test_a_cancelled_transcription_leaves_the_recording(
    lab: Lab, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    url = f"{study.url}/recordings/{taken['id']}"
    body = {"model": str(recordings.MODEL)}
    ok(await study.researcher.client.post(f"{url}/transcripts", json=body), 202)
    original = Heard.add

    def add_then_ask_to_stop(self: Heard, segment: Segment) -> None:
        original(self, segment)
        heard.append(segment)

    heard: list[Segment] = []
    monkeypatch.setattr(Heard, "add", add_then_ask_to_stop)
    monkeypatch.setattr("colloquy.core.work.EVERY_SECOND", 0.0)
    real_listen = jobs.listen

    async def listen(context: object, *rest: object) -> float:
        ok(await study.researcher.client.post(f"{url}/cancel"), 202)
        return await real_listen(context, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(jobs, "listen", listen)
        await lab.work()
    after = await recordings.read(study, taken["id"])
    assert after["transcripts"] == []
    assert heard == [], "nothing more is kept after the request"
    ok(await study.lead.client.get(f"{url}/audio"))
    assert (await recordings.transcribe(study, taken["id"]))["transcripts"][0]["document_id"]


async def test_a_transcription_goes_on_from_its_last_finished_segment(
    lab: Lab, study: Study, tmp_path: Path
) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    ok(
        await study.researcher.client.post(
            f"{study.url}/recordings/{taken['id']}/transcripts",
            json={"model": str(recordings.MODEL)},
        ),
        202,
    )
    transcript_id = (await recordings.read(study, taken["id"]))["transcripts"][0]["id"]
    folder = lab.runtime.settings.recordings_folder
    heard = Heard(folder / f"{transcript_id.replace('-', '')}.heard")
    heard.add(Segment(start=0.4, end=7.3, text="What was heard before the crash."))
    with heard.path.open("a") as file:
        file.write('{"start": 7.5, "end": 1')  # the line that the crash cut off
    await lab.work()
    segments = (await recordings.document(study, await recordings.read(study, taken["id"])))[
        "segments"
    ]
    assert segments[0]["text"] == "What was heard before the crash."
    assert segments[1]["start"] >= 7.3
    assert segments[-1]["end"] > 12
    assert not heard.path.exists()


async def test_a_model_that_is_not_to_be_had_fails_at_once_and_says_what_to_do(
    lab: Lab, study: Study
) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    made = await recordings.transcribe(study, taken["id"], model="/no/such/model")
    job = made["transcripts"][0]["job"]
    assert job["state"] == "failed"
    assert "/no/such/model" in job["error"]
    again = await recordings.transcribe(study, taken["id"])
    assert again["transcripts"][0]["job"]["state"] == "done"


async def test_one_transcription_at_a_time_for_a_recording(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    url = f"{study.url}/recordings/{taken['id']}/transcripts"
    ok(await study.researcher.client.post(url, json={}), 202)
    ok(await study.researcher.client.post(url, json={}), 409)


async def test_the_panel_hears_no_recordings(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    panel = study.panel[0].client
    for path in ("recordings", f"recordings/{taken['id']}", f"recordings/{taken['id']}/audio"):
        ok(await panel.get(f"{study.url}/{path}"), 403)
    ok(await panel.get(f"{study.url}/intakes"), 403)


async def test_a_job_whose_worker_keeps_dying_fails_with_a_sentence(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, SAMPLE)
    url = f"{study.url}/recordings/{taken['id']}"
    ok(await study.researcher.client.post(f"{url}/transcripts", json={}), 202)
    job_id = (await recordings.read(study, taken["id"]))["transcripts"][0]["job"]["id"]
    job_id = UUID(job_id)
    for _ in range(3):
        async with lab.writing() as session:
            assert await claim(session, job_id, worker="embedded", lease=timedelta(seconds=30))
        async with lab.writing() as session:
            await sweep(session, attempts=3, dead_worker="embedded")
    async with lab.runtime.reading() as session:
        job = await session.get(Job, job_id)
    assert job
    assert job.state == JobState.FAILED
    assert "stopped 3 times" in job.error

"""A recording's place in time, and who speaks in its transcript, from every source there is."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from colloquy.recordings.models import Recording, Track
from tests.factories import recordings
from tests.factories.recordings import DEMO, SAMPLES, STARTED
from tests.factories.studies import Study
from tests.support.lab import Lab, ok

# the first turns of the demo's meeting: Alan speaks until 10.2, Beth from 11.2 to 17.5
FOLDER = Path(tempfile.mkdtemp())
MEETING = recordings.clip(DEMO / "meeting.opus", 17.8, FOLDER)
LATER = recordings.clip(SAMPLES / "sample-1.opus", 20.0, FOLDER)


async def _transcribed(study: Study, **about: str) -> tuple[dict[str, Any], dict[str, Any]]:
    taken = await recordings.upload(study.researcher.client, study, MEETING, **about)
    made = await recordings.transcribe(study, taken["id"])
    return made, await recordings.document(study, made)


async def _voices(study: Study, transcript: dict[str, Any], **asked: str) -> dict[str, Any]:
    url = f"{study.url}/transcripts/{transcript['id']}/voices"
    job = ok(await study.researcher.client.post(url, json=asked), 202).json()
    await study.lab.work()
    return dict(ok(await study.researcher.client.get(f"{url}/{job['id']}")).json())


def _who(text: dict[str, Any]) -> list[str | None]:
    return [one["speaker"] and one["speaker"]["label"] for one in text["segments"]]


async def test_the_moments_of_a_meeting_can_be_clicked_on_where_they_are_heard(
    lab: Lab, study: Study
) -> None:
    meeting, people, _ = await recordings.the_recorded_meeting(study)
    about = {"meeting_id": str(meeting.id)}
    taken = await recordings.upload(study.researcher.client, study, MEETING, **about)
    url = f"{study.url}/recordings/{taken['id']}"

    moments = ok(await study.lead.client.get(f"{url}/moments")).json()

    spoken = [one for one in moments if one["kind"] == "floor"]
    times = [datetime.fromisoformat(one["at"]) for one in moments]
    assert times == sorted(times)
    assert spoken[1]["label"] == people["Beth"].member.display_name
    assert moments[0]["kind"] == "shown"
    assert ok(await study.lead.client.get(f"{study.url}/recordings")).json()[0]["starts_at"] is None


async def test_a_recording_is_put_in_time_by_the_sound_of_another(lab: Lab, study: Study) -> None:
    whole = recordings.clip(DEMO / "meeting.opus", 60.0, FOLDER)
    known = await recordings.upload(
        study.researcher.client, study, whole, starts_at=STARTED.isoformat()
    )
    sought = await recordings.upload(study.researcher.client, study, MEETING)
    url = f"{study.url}/recordings/{sought['id']}"

    asked = {"recording_id": known["id"]}
    job = ok(await study.researcher.client.post(f"{url}/alignments", json=asked), 202).json()
    await lab.work()

    done = ok(await study.researcher.client.get(f"{url}/alignments/{job['id']}")).json()
    assert (done["state"], done["error"]) == ("done", "")
    assert (await recordings.read(study, sought["id"]))["starts_at"].startswith(
        "2026-09-08T13:00:00"
    )


async def test_recordings_of_different_moments_are_not_put_together(lab: Lab, study: Study) -> None:
    known = await recordings.upload(
        study.researcher.client, study, LATER, starts_at=STARTED.isoformat()
    )
    sought = await recordings.upload(study.researcher.client, study, MEETING)
    url = f"{study.url}/recordings/{sought['id']}/alignments"

    ok(await study.researcher.client.post(url, json={"recording_id": sought["id"]}), 422)
    job = ok(await study.researcher.client.post(url, json={"recording_id": known["id"]}), 202)
    await lab.work()

    done = ok(await study.researcher.client.get(f"{url}/{job.json()['id']}")).json()
    assert "do not seem to hold the same moment" in done["error"]
    assert (await recordings.read(study, sought["id"]))["starts_at"] is None


async def test_a_diarizers_voices_come_with_a_question_mark(lab: Lab, study: Study) -> None:
    made, text = await _transcribed(study)
    transcript = made["transcripts"][0]
    sources = f"{study.url}/transcripts/{transcript['id']}/voice-sources"
    assert ok(await study.lead.client.get(sources)).json()["sources"] == []
    folder = lab.runtime.settings.data_folder / "diarized"
    lab.runtime.settings.diarized_folder = folder

    missing = await _voices(study, transcript, source="diarizer")
    folder.mkdir(parents=True)
    (folder / f"{MEETING.stem}.rttm").write_text(
        "SPEAKER m 1 0.5 10.0 <NA> <NA> S0 <NA> <NA>\nSPEAKER m 1 11.0 6.8 <NA> <NA> S1 <NA> <NA>\n"
    )
    done = await _voices(study, transcript, source="diarizer")

    assert "meeting-18s.rttm" in missing["error"]
    assert done["state"] == "done"
    after = await recordings.document(study, await recordings.read(study, made["id"]))
    assert [one["id"] for one in after["segments"]] == [one["id"] for one in text["segments"]]
    assert set(_who(after)) - {None} == {"Speaker A?", "Speaker B?"}
    assert _who(after).count(None) <= 1


async def test_names_of_another_transcript_are_put_on_the_words_by_time(
    lab: Lab, study: Study
) -> None:
    meeting, _, _ = await recordings.the_recorded_meeting(study)
    named, _ = await _transcribed(study, meeting_id=str(meeting.id), starts_at=STARTED.isoformat())
    second = recordings.clip(DEMO / "meeting.opus", 14.6, FOLDER)
    taken = await recordings.upload(study.researcher.client, study, second)
    bare = await recordings.transcribe(study, taken["id"])
    assert set(_who(await recordings.document(study, bare))) == {None}

    names = named["transcripts"][0]["id"]
    done = await _voices(study, bare["transcripts"][0], source="names", transcript_id=names)

    assert done["state"] == "done"
    after = await recordings.document(study, await recordings.read(study, taken["id"]))
    assert len(set(_who(after)) - {None}) == 2
    assert _who(after).count(None) <= 1
    nobody = f"{study.url}/transcripts/{names}/voices"
    ok(await study.researcher.client.post(nobody, json={"source": "names"}), 422)


async def test_a_track_a_voice_says_who_spoke_as_soon_as_it_is_transcribed(
    lab: Lab, study: Study
) -> None:
    taken = await recordings.upload(study.researcher.client, study, MEETING)
    member = study.panel[0].member
    async with lab.writing() as session:
        recording = await session.get_one(Recording, UUID(taken["id"]))
        for position, (label, member_id, name) in enumerate(
            [("Ann", member.id, MEETING.name), ("Visitor", None, LATER.name)]
        ):
            source = MEETING if member_id else LATER
            (lab.runtime.settings.recordings_folder / name).write_bytes(source.read_bytes())
            session.add(
                Track(
                    recording_id=recording.id,
                    position=position,
                    label=label,
                    member_id=member_id,
                    path=name,
                    # the visitor comes when all is said
                    starts_after=0.0 if member_id else 30.0,
                    duration=20.0,
                )
            )

    made = await recordings.transcribe(study, taken["id"])

    text = await recordings.document(study, made)
    assert set(_who(text)) == {"Ann"}
    assert text["segments"][0]["speaker"]["member_id"] == str(member.id)


async def test_a_voice_that_was_two_is_split_and_every_file_says_so(lab: Lab, study: Study) -> None:
    meeting, _, _ = await recordings.the_recorded_meeting(study)
    made, text = await _transcribed(
        study, meeting_id=str(meeting.id), starts_at=STARTED.isoformat()
    )
    voice = text["segments"][0]["speaker"]
    own = [one["id"] for one in text["segments"] if one["speaker"] == voice]
    url = f"{study.url}/documents/{text['id']}/speakers/{voice['id']}/split"

    refused = await study.researcher.client.post(url, json={"label": "Ann", "segment_ids": own})
    split = await study.researcher.client.post(url, json={"label": "Ann", "segment_ids": own[:1]})
    await lab.work()

    assert "Rename the voice" in ok(refused, 422).json()["detail"]
    assert _who(ok(split, 201).json())[:2] == ["Ann", voice["label"]]
    written = lab.runtime.settings.transcripts_folder / made["transcripts"][0]["vtt_path"]
    assert "<v Ann>" in written.read_text()


async def test_who_may_only_read_does_not_say_who_spoke(study: Study) -> None:
    made, _ = await _transcribed(study)
    url = f"{study.url}/transcripts/{made['transcripts'][0]['id']}/voices"

    ok(await study.panel[0].client.post(url, json={"source": "log"}), 403)


pytestmark = pytest.mark.timeout(120)

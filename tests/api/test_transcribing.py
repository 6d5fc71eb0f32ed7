"""Transcriptions in their queue: places, pauses, words as they come, and what may be chosen."""

import errno
import tempfile
from pathlib import Path
from typing import Any

import pytest

from colloquy.recordings import jobs
from colloquy.recordings.transcribing.heard import Heard
from colloquy.recordings.transcript import Segment
from tests.factories import recordings
from tests.factories.recordings import SAMPLES
from tests.factories.studies import Study
from tests.factories.theory import a_frozen_version
from tests.support.lab import Lab, ok
from tests.support.process import MODEL

# the first sentence, and the first two
FIRST = recordings.clip(SAMPLES / "sample-1.opus", 4.2, Path(tempfile.mkdtemp()))
SECOND = recordings.clip(SAMPLES / "sample-1.opus", 7.6, FIRST.parent)


async def _ask(study: Study, recording_id: str, **how: str) -> dict[str, Any]:
    url = f"{study.url}/recordings/{recording_id}/transcripts"
    answer = await study.researcher.client.post(url, json={"model": str(MODEL), **how})
    return dict(ok(answer, 202).json())


async def _do(study: Study, recording_id: str, verb: str, status: int = 202) -> dict[str, Any]:
    url = f"{study.url}/recordings/{recording_id}/{verb}"
    return dict(ok(await study.researcher.client.post(url), status).json())


async def test_whoever_waits_sees_the_place_and_a_time_that_says_it_is_a_guess(
    study: Study,
) -> None:
    first = await recordings.upload(study.researcher.client, study, FIRST)
    second = await recordings.upload(study.researcher.client, study, SECOND)

    ahead = (await _ask(study, first["id"]))["transcripts"][0]["place"]
    place = (await _ask(study, second["id"]))["transcripts"][0]["place"]

    assert (ahead["number"], place["number"]) == (1, 2)
    assert 0 < place["starts_in"] == ahead["ends_in"] < place["ends_in"]
    assert not place["is_measured"]


async def test_how_long_a_model_took_is_kept_for_the_next_estimate(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, SECOND)
    made = (await recordings.transcribe(study, taken["id"]))["transcripts"][0]
    assert made["place"] is None

    place = (await _ask(study, taken["id"]))["transcripts"][0]["place"]

    assert place["is_measured"]
    assert 0 < place["ends_in"] < 60


async def test_a_paused_transcription_keeps_what_was_heard_and_goes_on_from_there(
    lab: Lab, study: Study
) -> None:
    taken = await recordings.upload(study.researcher.client, study, SECOND)
    transcript = (await _ask(study, taken["id"]))["transcripts"][0]
    heard = Heard(
        lab.runtime.settings.recordings_folder / f"{transcript['id'].replace('-', '')}.heard"
    )
    heard.tidy([Segment(start=0.4, end=3.9, text="What was heard before the pause.")])

    paused = (await _do(study, taken["id"], "pause"))["transcripts"][0]
    await lab.work()

    assert (paused["is_paused"], paused["place"]) == (True, None)
    assert (await recordings.read(study, taken["id"]))["transcripts"][0]["document_id"] is None
    await _do(study, taken["id"], "resume")
    await lab.work()
    text = await recordings.document(study, await recordings.read(study, taken["id"]))
    assert text["segments"][0]["text"] == "What was heard before the pause."
    assert text["segments"][1]["start"] >= 3.9


async def test_a_worker_that_is_asked_to_pause_stops_and_keeps_what_it_heard(
    lab: Lab, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = await recordings.upload(study.researcher.client, study, SECOND)
    await _ask(study, taken["id"])
    real_listen = jobs.listen

    async def listen(*given: Any) -> float:
        await _do(study, taken["id"], "pause")
        await _do(study, taken["id"], "resume", 409)
        return await real_listen(*given)

    monkeypatch.setattr("colloquy.core.work.EVERY_SECOND", 0.0)
    with monkeypatch.context() as patched:
        patched.setattr(jobs, "listen", listen)
        await lab.work()
    paused = (await recordings.read(study, taken["id"]))["transcripts"][0]
    assert (paused["is_paused"], paused["job"]["state"]) == (True, "cancelled")
    gone = await _do(study, taken["id"], "cancel")
    assert gone["transcripts"] == []


async def test_the_words_heard_last_can_be_read_while_the_engine_listens(
    lab: Lab, study: Study
) -> None:
    taken = await recordings.upload(study.researcher.client, study, FIRST)
    transcript = (await _ask(study, taken["id"]))["transcripts"][0]
    folder = lab.runtime.settings.recordings_folder
    heard = Heard(folder / f"{transcript['id'].replace('-', '')}.heard")
    for number in range(15):
        heard.add(Segment(start=number, end=number + 0.9, text=f"Sentence {number}."))
    url = f"{study.url}/transcripts/{transcript['id']}/heard"

    words = ok(await study.lead.client.get(url)).json()

    assert [one["text"] for one in words][-2:] == ["Sentence 13.", "Sentence 14."]
    assert len(words) == 12
    ok(await study.panel[0].client.get(url), 403)


async def test_several_recordings_are_put_in_the_queue_in_one_go(study: Study) -> None:
    taken = [
        await recordings.upload(study.researcher.client, study, path) for path in (FIRST, SECOND)
    ]
    await _ask(study, taken[0]["id"])

    listed = ok(
        await study.researcher.client.post(
            f"{study.url}/transcriptions",
            json={"model": str(MODEL), "recording_ids": [one["id"] for one in taken]},
        ),
        202,
    ).json()

    assert [len(one["transcripts"]) for one in listed] == [1, 1]


async def test_what_may_be_chosen_comes_with_a_time_and_the_studys_own_words(
    study: Study,
) -> None:
    await a_frozen_version(study, "Shared purpose")
    code = {"name": "Workload"}
    ok(await study.researcher.client.post(f"{study.url}/codes", json=code), 201)

    options = ok(await study.lead.client.get(f"{study.url}/transcription-options")).json()

    assert options["models"][0]["is_default"]
    assert sum(model["is_advised"] for model in options["models"]) == 1
    assert all(model["pace"] > 0 and not model["is_measured"] for model in options["models"])
    assert "cy" in options["languages"]
    for words in ("Shared purpose", study.groups[0].name, "Workload"):
        assert words in options["words"]
    assert study.researcher.member.display_name not in options["words"]


async def test_words_to_expect_reach_the_engine_and_the_transcript(lab: Lab, study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, FIRST)
    made = await recordings.transcribe(study, taken["id"], hotwords="staff", language="auto")
    url = f"{study.url}/transcripts/{made['transcripts'][0]['id']}/export?form=json"

    exported = ok(await study.lead.client.get(url)).json()

    assert exported["settings"]["hotwords"] == "staff"
    assert exported["settings"]["language"] is None
    assert exported["language"] == "en"


async def test_a_language_that_whisper_does_not_know_is_refused(study: Study) -> None:
    taken = await recordings.upload(study.researcher.client, study, FIRST)
    url = f"{study.url}/recordings/{taken['id']}/transcripts"

    answer = ok(await study.researcher.client.post(url, json={"language": "xx"}), 422)

    assert "Whisper does not know this language" in answer.text


async def test_a_disk_that_fills_says_so_and_the_transcription_goes_on_later(
    lab: Lab, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = await recordings.upload(study.researcher.client, study, SECOND)
    await _ask(study, taken["id"])
    add, kept = Heard.add, 0

    def add_until_full(self: Heard, segment: Segment) -> None:
        nonlocal kept
        if kept:
            raise OSError(errno.ENOSPC, "No space left on device")
        add(self, segment)
        kept += 1

    with monkeypatch.context() as patched:
        patched.setattr(Heard, "add", add_until_full)
        await lab.work()
    failed = (await recordings.read(study, taken["id"]))["transcripts"][0]
    assert failed["job"]["error"].startswith("The disk is full. The recording is safe")
    assert not list(lab.runtime.settings.transcripts_folder.rglob("*.vtt"))

    made = await recordings.transcribe(study, taken["id"])

    assert made["transcripts"][0]["id"] == failed["id"]
    assert len((await recordings.document(study, made))["segments"]) == 2

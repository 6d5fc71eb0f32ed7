"""Files come in: in parts that may break off, several together, refused in plain words."""

import hashlib
import resource
import tempfile
from base64 import b64encode
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from colloquy.core import jobs
from colloquy.recordings.uploading.messages import ForgetIntake
from tests.factories import recordings
from tests.factories.recordings import SAMPLES
from tests.factories.studies import Study
from tests.support.lab import Lab, ok

SOUND = recordings.clip(SAMPLES / "sample-1.opus", 6.0, Path(tempfile.mkdtemp())).read_bytes()
HALF = len(SOUND) // 2


async def test_an_upload_that_broke_off_goes_on_where_it_stopped(lab: Lab, study: Study) -> None:
    client = study.researcher.client
    intake = await _announce(study, {"first.opus": SOUND})
    url = await recordings.begin(client, study, intake["id"], 0, len(SOUND))
    ok(await recordings.part(client, url, 0, SOUND[:HALF]), 204)
    waiting = ok(await client.get(f"{study.url}/intakes")).json()
    assert [(w["state"], w["uploads"][0]["offset"]) for w in waiting] == [("coming", HALF)]
    offset = ok(await client.head(url, headers=recordings.TUS)).headers["upload-offset"]
    assert int(offset) == HALF
    ok(await recordings.part(client, url, HALF, SOUND[HALF:]), 204)
    await lab.work()
    done = await _intake(study, intake)
    assert done["state"] == "taken_in"
    kept = await recordings.read(study, done["made"][0])
    assert (kept["file_name"], kept["size"]) == ("first.opus", len(SOUND))
    assert [path.name for path in _files(lab, "uploads")] == []
    assert [hashlib.sha256(path.read_bytes()).digest() for path in _files(lab, "recordings")] == [
        hashlib.sha256(SOUND).digest()
    ]


async def test_bytes_that_do_not_follow_what_is_here_are_refused(lab: Lab, study: Study) -> None:
    client = study.researcher.client
    intake = await _announce(study, {"first.opus": SOUND})
    url = await recordings.begin(client, study, intake["id"], 0, len(SOUND))
    ok(await recordings.part(client, url, 0, SOUND[:HALF]), 204)
    for at in (0, HALF - 1, HALF + 1):
        ok(await recordings.part(client, url, at, b"other"), 409)
    ok(await recordings.part(client, url, HALF, SOUND), 413)
    again = await recordings.begin(client, study, intake["id"], 0, len(SOUND))
    assert again == url, "beginning twice loses nothing"
    head = ok(await client.head(url, headers=recordings.TUS))
    assert int(head.headers["upload-offset"]) == HALF


async def test_a_part_that_was_damaged_on_its_way_is_not_kept(lab: Lab, study: Study) -> None:
    client = study.researcher.client
    intake = await _announce(study, {"first.opus": SOUND})
    url = await recordings.begin(client, study, intake["id"], 0, len(SOUND))
    right = {"Upload-Checksum": f"sha256 {b64encode(hashlib.sha256(SOUND).digest()).decode()}"}
    damaged = await recordings.part(client, url, 0, SOUND[:-1] + b"!", **right)
    assert ok(damaged, 460).json()["title"] == "A part of the file was damaged on its way"
    assert ok(await client.head(url, headers=recordings.TUS)).headers["upload-offset"] == "0"
    ok(await recordings.part(client, url, 0, SOUND, **right), 204)


async def test_all_that_came_is_noticed_though_the_server_died_before_noting_it(
    lab: Lab, study: Study
) -> None:
    client = study.researcher.client
    intake = await _announce(study, {"first.opus": SOUND})
    url = await recordings.begin(client, study, intake["id"], 0, len(SOUND))
    _files(lab, "uploads")[0].write_bytes(SOUND)  # what a killed server leaves on disk
    ok(await client.head(url, headers=recordings.TUS))
    await lab.work()
    assert (await _intake(study, intake))["state"] == "taken_in"


async def test_only_the_sender_goes_on_with_an_upload(lab: Lab, study: Study) -> None:
    intake = await _announce(study, {"first.opus": SOUND})
    url = await recordings.begin(study.researcher.client, study, intake["id"], 0, len(SOUND))
    other = study.facilitator.client
    ok(await other.head(url, headers=recordings.TUS), 404)
    ok(await recordings.part(other, url, 0, SOUND), 404)
    ok(await other.delete(f"{study.url}/intakes/{intake['id']}"), 404)
    assert ok(await other.get(f"{study.url}/intakes")).json() == []
    ok(await recordings.part(study.panel[0].client, url, 0, SOUND), 403)


async def test_what_is_called_off_is_gone(lab: Lab, study: Study) -> None:
    client = study.researcher.client
    intake = await _announce(study, {"one.opus": SOUND, "two.opus": SOUND + b"x"})
    url = await recordings.begin(client, study, intake["id"], 0, len(SOUND))
    other = await recordings.begin(client, study, intake["id"], 1, len(SOUND) + 1)
    ok(await recordings.part(client, url, 0, SOUND), 204)
    ok(await client.delete(other, headers=recordings.TUS), 204)
    await lab.work()
    done = await _intake(study, intake)
    assert done["state"] == "taken_in", "the others go on without a file that was left out"
    second = await _announce(study, {"three.opus": SOUND})
    url = await recordings.begin(client, study, second["id"], 0, len(SOUND))
    ok(await recordings.part(client, url, 0, SOUND[:HALF]), 204)
    ok(await client.delete(f"{study.url}/intakes/{second['id']}"), 204)
    ok(await client.head(url, headers=recordings.TUS), 404)
    assert _files(lab, "uploads") == []


async def test_an_upload_that_nobody_goes_on_with_is_removed_after_the_stated_time(
    lab: Lab, study: Study
) -> None:
    client = study.researcher.client
    intake = await _announce(study, {"first.opus": SOUND})
    url = await recordings.begin(client, study, intake["id"], 0, len(SOUND))
    ok(await recordings.part(client, url, 0, SOUND[:HALF]), 204)
    await _clean_up(lab, intake)
    ok(await client.head(url, headers=recordings.TUS))
    lab.runtime.settings.upload_hours = 0
    await _clean_up(lab, intake)
    ok(await client.head(url, headers=recordings.TUS), 404)
    assert _files(lab, "uploads") == []


async def test_several_files_follow_each_other_in_time(lab: Lab, study: Study) -> None:
    meeting, _, _ = await recordings.the_recorded_meeting(study)
    parts = {f"{n}.wav": recordings.tone_file(n, seconds=2.0 + n) for n in range(3)}
    done = await recordings.send(
        study.researcher.client,
        study,
        parts,
        title="Interview",
        meeting_id=str(meeting.id),
        starts_at="2026-09-08T13:00:00Z",
    )
    kept = [await recordings.read(study, made) for made in done["made"]]
    assert [(one["title"], one["starts_at"]) for one in kept] == [
        ("Interview (1 of 3)", "2026-09-08T13:00:00Z"),
        ("Interview (2 of 3)", "2026-09-08T13:00:02Z"),
        ("Interview (3 of 3)", "2026-09-08T13:00:05Z"),
    ]


async def test_a_file_a_speaker_becomes_one_recording_with_tracks(lab: Lab, study: Study) -> None:
    carer = study.panel[0]
    done = await recordings.send(
        study.researcher.client,
        study,
        {"a.wav": recordings.tone_file(0), "b.wav": recordings.tone_file(1, seconds=3.5)},
        arrangement="tracks",
        title="Interview",
        agreed="form",
        voices=[
            {"label": "Carer", "member_id": str(carer.id), "starts_after": 6.0},
            {"label": "P07", "starts_after": 1.0},
        ],
    )
    kept = await recordings.read(study, done["made"][0])
    assert [(track["label"], track["member_id"]) for track in kept["tracks"]] == [
        ("Carer", str(carer.id)),
        ("P07", None),
    ]
    assert [track["duration"] for track in kept["tracks"]] == [2.0, 3.5]
    assert [track["starts_after"] for track in kept["tracks"]] == [5.0, 0.0]
    assert kept["duration"] == pytest.approx(5.0 + 2.0, abs=0.1)
    between = kept["peaks"][round(len(kept["peaks"]) * 4 / 7)]
    assert between < 0.01, "silence between the end of one and the beginning of the other"
    assert max(kept["peaks"]) > 0.3
    ok(await study.lead.client.get(f"{study.url}/recordings/{kept['id']}/audio"))
    twice = await recordings.send(
        study.researcher.client, study, {"again.wav": recordings.tone_file(0)}
    )
    assert "“Interview”" in twice["problem"]


async def test_every_track_says_whose_voice_it_is(lab: Lab, study: Study) -> None:
    told = [{"file_name": "a.wav", "size": 9, "label": "P1"}, {"file_name": "b.wav", "size": 9}]
    body = {"files": told, "arrangement": "tracks"}
    refused = await study.researcher.client.post(f"{study.url}/intakes", json=body)
    assert "whose voice" in ok(refused, 422).text


async def test_the_same_file_is_not_stored_twice(lab: Lab, study: Study) -> None:
    await recordings.send(study.researcher.client, study, {"a.opus": SOUND}, title="First meeting")
    twice = await recordings.send(study.facilitator.client, study, {"copy.opus": SOUND})
    assert (twice["state"], "“First meeting”" in twice["problem"]) == ("refused", True)
    assert len(_files(lab, "recordings")) == 1


@pytest.mark.parametrize(
    ("name", "sound", "words"),
    [
        (
            "notes.mp3",
            b"This is a letter, not a recording. " * 50,
            "“notes.mp3” is not a recording",
        ),
        ("half.opus", SOUND[:HALF], "“half.opus” is cut off"),
    ],
)
async def test_a_bad_file_is_refused_in_plain_words_and_nothing_of_it_taken_in(
    lab: Lab, study: Study, name: str, sound: bytes, words: str
) -> None:
    refused = await recordings.send(
        study.researcher.client, study, {name: sound, "good.wav": recordings.tone_file(0)}
    )
    assert refused["state"] == "refused"
    assert words in refused["uploads"][0]["problem"]
    assert ok(await study.lead.client.get(f"{study.url}/recordings")).json() == []
    assert _files(lab, "recordings") == []


async def test_what_there_is_of_a_cut_off_file_is_taken_in_once_that_is_asked_for(
    lab: Lab, study: Study
) -> None:
    client = study.researcher.client
    refused = await recordings.send(client, study, {"half.opus": SOUND[:HALF]})
    url = f"{study.url}/intakes/{refused['id']}"
    ok(await client.post(f"{url}/again", json={"accept_cut_off": True}), 202)
    await lab.work()
    assert ok(await client.get(url)).json()["state"] == "taken_in"


async def test_files_that_are_too_much_are_refused_before_they_are_sent(
    lab: Lab, study: Study
) -> None:
    settings = lab.runtime.settings
    settings.max_upload_mb, settings.study_quota_mb = 4, 6
    limits = ok(await study.researcher.client.get(f"{study.url}/intakes/limits")).json()
    assert (limits["largest_bytes"], limits["left_bytes"]) == (4 << 20, 6 << 20)
    for sizes, status, words in (
        ([5 << 20], 413, "at most 4 MB a file"),
        ([0], 422, "is empty (0 bytes)"),
        ([4 << 20, 3 << 20], 413, "room for 6.0 MB more"),
    ):
        files = [{"file_name": f"{n}.wav", "size": size} for n, size in enumerate(sizes)]
        answer = await study.researcher.client.post(f"{study.url}/intakes", json={"files": files})
        assert words in ok(answer, status).json()["detail"]
    files = [{"file_name": "a.wav", "size": 4 << 20}]
    ok(await study.researcher.client.post(f"{study.url}/intakes", json={"files": files}), 201)
    left = ok(await study.researcher.client.get(f"{study.url}/intakes/limits")).json()["left_bytes"]
    assert left == 2 << 20, "what is promised to one upload is not promised to another"


async def test_a_disk_that_fills_during_an_upload_keeps_what_came_and_the_upload_goes_on(
    lab: Lab, study: Study
) -> None:
    sound = recordings.tone_file(0, seconds=90.0)  # 8.6 MB
    client = study.researcher.client
    intake = await _announce(study, {"long.wav": sound})
    url = await recordings.begin(client, study, intake["id"], 0, len(sound))
    with _files_of_at_most(6 << 20):
        answer = await recordings.part(client, url, 0, sound)
    refused = ok(answer, 507).json()
    assert refused["title"] == "The disk is full"
    assert "the upload continues where it stopped" in refused["detail"]
    offset = int(ok(await client.head(url, headers=recordings.TUS)).headers["upload-offset"])
    assert 0 < offset <= 6 << 20
    ok(await recordings.part(client, url, offset, sound[offset:]), 204)
    await lab.work()
    done = await _intake(study, intake)
    kept = await recordings.read(study, done["made"][0])
    assert (kept["size"], kept["duration"]) == (len(sound), 90.0)


async def test_a_name_that_no_disk_can_bear_is_no_obstacle(lab: Lab, study: Study) -> None:
    name = "会" * 90 + "/../Siân نور.opus"
    done = await recordings.send(study.researcher.client, study, {name: SOUND})
    kept = await recordings.read(study, done["made"][0])
    assert kept["file_name"] == name
    assert len(_files(lab, "recordings")) == 1


async def test_files_for_a_meeting_that_is_not_there_are_refused(lab: Lab, study: Study) -> None:
    body = {"files": [{"file_name": "a.wav", "size": 9}], "meeting_id": str(study.id)}
    ok(await study.researcher.client.post(f"{study.url}/intakes", json=body), 404)


async def _announce(study: Study, files: dict[str, bytes]) -> dict[str, Any]:
    told = [{"file_name": name, "size": len(sound)} for name, sound in files.items()]
    body = {"files": told, "agreed": "form"}
    return dict(
        ok(await study.researcher.client.post(f"{study.url}/intakes", json=body), 201).json()
    )


async def _intake(study: Study, intake: dict[str, Any]) -> dict[str, Any]:
    url = f"{study.url}/intakes/{intake['id']}"
    return dict(ok(await study.researcher.client.get(url)).json())


async def _clean_up(lab: Lab, intake: dict[str, Any]) -> None:
    async with lab.writing() as session:
        await jobs.ask(session, ForgetIntake(intake_id=UUID(intake["id"])))
    await lab.work()


def _files(lab: Lab, folder: str) -> list[Path]:
    place = lab.runtime.settings.data_folder / folder
    return [path for path in place.rglob("*") if path.is_file()] if place.exists() else []


@contextmanager
def _files_of_at_most(size: int) -> Generator[None]:
    """A disk that is full: the system refuses to let any file grow beyond this."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

"""A room recorded by a browser: who agreed, what is kept, and what it becomes."""

import asyncio
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import col, select

from colloquy.capturing.pieces import Pieces
from colloquy.core.clock import now
from colloquy.core.jobs import Job
from colloquy.meetings import queries
from colloquy.meetings.red_light.models import RoomRecording
from colloquy.worker import sweep
from tests.factories import recordings
from tests.factories.meetings import Meeting, a_running_meeting
from tests.factories.recordings import SAMPLES
from tests.factories.room_recordings import (
    Room,
    a_recorded_room,
    come_in,
    in_pieces,
    try_to_record,
    webm,
)
from tests.factories.studies import Study
from tests.support.lab import Lab, ok

SOUND = webm(SAMPLES / "sample-1.opus", Path(tempfile.mkdtemp()))
PIECES = in_pieces(SOUND)


@pytest.fixture(autouse=True)
def _small_model(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab.runtime.settings, "model", "tiny-consultation")


async def _answer(meeting: Meeting, agrees: bool, *numbers: int) -> None:
    for number in numbers:
        await meeting.act(meeting.study.panel[number], "answer_recording", agrees=agrees)


async def _stop(room: Room) -> None:
    await room.meeting.act(room.by, "stop_recording")


async def _been_silent(room: Room, seconds: float) -> None:
    async with room.meeting.study.lab.writing() as session:
        row = await session.get_one(RoomRecording, UUID(room.id))
        row.heard_at = now() - timedelta(seconds=seconds)
        session.add(row)


async def test_nobody_is_recorded_who_has_not_agreed_and_the_chair_is_told_who(
    study: Study,
) -> None:
    meeting = await a_running_meeting(study)
    await come_in(meeting, *study.panel[:2])
    await meeting.act(study.chair, "ask_recording")
    await _answer(meeting, False, 1)
    _, refused = await try_to_record(meeting, study.chair)
    assert refused.status_code == 409
    assert "Not answered yet: Panel0. Not agreed: Panel1." in refused.json()["detail"]
    assert (await meeting.state(study.chair))["state"]["recording"] is None
    await _answer(meeting, True, 0, 1)
    room = await a_recorded_room(meeting, study.chair)
    assert (await meeting.state(study.panel[0]))["state"]["recording"]["id"] == room.id


async def test_who_agreed_is_told_to_those_who_record_and_to_nobody_else(study: Study) -> None:
    meeting = await a_running_meeting(study)
    await _answer(meeting, False, 0)
    ann = str(study.panel[0].id)
    assert (await meeting.state(study.chair))["state"]["recording_answers"] == {ann: False}
    assert (await meeting.state(study.panel[1]))["state"]["recording_answers"] == {}
    mine = await meeting.state(study.panel[0])
    assert (mine["my_recording_answer"], mine["state"]["recording_answers"]) == (False, {})


async def test_the_wall_shows_the_red_light(lab: Lab, study: Study) -> None:
    meeting = await a_running_meeting(study)
    made = ok(await study.chair.client.post(f"{meeting.path}/projector"), 201).json()
    wall = lab.visitor()
    ok(await wall.post("/api/projector", json={"code": made["code"]}), 204)
    room = await a_recorded_room(meeting, study.chair)
    assert ok(await wall.get("/api/projector")).json()["is_recorded"] is True
    await _stop(room)
    assert ok(await wall.get("/api/projector")).json()["is_recorded"] is False


async def test_the_panel_does_not_record(study: Study) -> None:
    meeting = await a_running_meeting(study)
    _, refused = await try_to_record(meeting, study.panel[0])
    assert refused.status_code == 403
    room = await a_recorded_room(meeting, study.chair)
    for person in (study.panel[0], study.facilitator):
        other = Room(meeting, person, room.id)
        assert (await other.send(0, PIECES[0])).status_code == 403


async def test_people_without_a_page_must_have_been_asked_aloud(study: Study) -> None:
    meeting = await a_running_meeting(study)
    _, refused = await try_to_record(meeting, study.chair, has_asked_the_room=False)
    assert refused.status_code == 422


async def test_a_second_recording_is_refused_with_who_records_and_since_when(study: Study) -> None:
    meeting = await a_running_meeting(study)
    await a_recorded_room(meeting, study.chair)
    _, refused = await try_to_record(meeting, study.facilitator, takes_over=True)
    assert refused.status_code == 409
    assert "Chair has been recording the room since" in refused.json()["detail"]
    _, again = await try_to_record(meeting, study.chair)
    assert "You have been recording the room since" in again.json()["detail"]
    # a page that was loaded again goes on at once
    await a_recorded_room(meeting, study.chair, takes_over=True)


async def test_a_recording_that_has_been_silent_can_be_taken_over_and_nothing_is_lost(
    lab: Lab, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    first = await a_recorded_room(meeting, study.chair)
    await first.send_all(PIECES[:4])
    await _been_silent(first, 31)
    _, offered = await try_to_record(meeting, study.facilitator)
    assert "You can take it over" in offered.json()["detail"]
    second = await a_recorded_room(meeting, study.facilitator, takes_over=True)
    now_on = (await meeting.state(study.chair))["state"]["recording"]
    assert (now_on["id"], now_on["by"]) == (second.id, str(study.facilitator.id))
    # the first browser comes back with what it could not send
    await first.send_all(PIECES)
    ok(await first.finish(len(PIECES)), 202)
    await lab.work()
    made = await first.read()
    assert (made["is_whole"], made["pieces"]) == (True, len(PIECES))
    assert (await second.read())["stopped_at"] is None


async def test_the_same_piece_twice_is_one_and_other_sound_under_its_number_is_refused(
    study: Study,
) -> None:
    room = await a_recorded_room(await a_running_meeting(study), study.chair)
    for _ in range(2):
        ok(await room.send(0, PIECES[0], age_ms=0))
    assert (await room.read())["pieces"] == 1
    refused = await room.send(0, PIECES[1])
    assert refused.status_code == 409
    assert "here already with other sound" in refused.json()["detail"]
    assert (await room.read())["size"] == len(PIECES[0])


@pytest.mark.both_databases
async def test_pieces_sent_at_once_are_all_counted(study: Study) -> None:
    room = await a_recorded_room(await a_running_meeting(study), study.chair)
    answers = await asyncio.gather(*(room.send(n, sound) for n, sound in enumerate(PIECES)))
    assert {answer.status_code for answer in answers} == {200}
    read = await room.read()
    assert (read["pieces"], read["size"]) == (len(PIECES), len(SOUND))


async def test_a_recording_is_not_finished_while_pieces_are_missing(study: Study) -> None:
    room = await a_recorded_room(await a_running_meeting(study), study.chair)
    ok(await room.send(0, PIECES[0]))
    running = await room.finish(1)
    assert "still being recorded" in running.json()["detail"]
    await _stop(room)
    refused = await room.finish(3)
    assert refused.status_code == 409
    assert "2 of 3 pieces have not come yet: 1, 2." in refused.json()["detail"]


async def test_speech_in_the_room_gets_its_speaker_and_mechanism_from_the_log(
    lab: Lab, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    await meeting.act(study.panel[0], "raise_hand")
    room = await a_recorded_room(meeting, study.chair)
    await meeting.act(study.chair, "give_floor", member_id=str(study.panel[0].id))
    await _let_pass(lab, room, timedelta(seconds=13))
    # the browser says how long ago it began; its own clock is not asked
    await room.send_all(PIECES, age_ms=12_500)
    await meeting.act(study.chair, "end_floor")
    await _stop(room)
    ok(await room.finish(len(PIECES)), 202)
    await lab.work()
    read = await room.read()
    made = await recordings.read(study, read["recording_id"])
    assert read["is_whole"]
    assert made["meeting_id"] == str(meeting.id)
    assert made["duration"] == pytest.approx(12, abs=0.5)
    segments = (await recordings.document(study, made))["segments"]
    assert "statement helps staff" in segments[0]["text"]
    assert len(segments) >= 3
    speakers = {one["speaker"]["member_id"] for one in segments}
    assert speakers == {str(study.panel[0].id)}
    assert {one["version_id"] for one in segments} == {meeting.items[0]["version_id"]}
    assert not Pieces(lab.runtime.settings, UUID(room.id)).folder.exists()


async def test_second_0_is_never_before_the_red_light(lab: Lab, study: Study) -> None:
    room = await a_recorded_room(await a_running_meeting(study), study.chair)
    ok(await room.send(0, PIECES[0], age_ms=3_600_000))
    async with lab.runtime.reading() as session:
        row = await session.get_one(RoomRecording, UUID(room.id))
        assert row.starts_at == row.lit_at


async def _let_pass(lab: Lab, room: Room, time: timedelta) -> None:
    """As if all that has happened in the meeting had happened so much earlier."""
    async with lab.writing() as session:
        for event in await queries.events(session, room.meeting.id):
            event.at -= time
            session.add(event)
        row = await session.get_one(RoomRecording, UUID(room.id))
        row.lit_at -= time
        session.add(row)


async def test_what_came_is_kept_when_the_meeting_ends_and_nobody_sends_the_rest(
    lab: Lab, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    room = await a_recorded_room(meeting, study.chair)
    await room.send_all(PIECES[:5])
    await meeting.act(study.chair, "end")
    assert (await room.read())["stopped_at"]
    assert (await room.send(5, PIECES[5])).json()["is_recording"] is False
    await _let_the_wait_end(lab)
    kept = await room.read()
    assert kept["recording_id"]
    assert not kept["is_whole"]
    # and the browser that comes back a day later still makes it whole
    await room.send_all(PIECES)
    ok(await room.finish(len(PIECES)), 202)
    await lab.work()
    whole = await room.read()
    assert whole["is_whole"]
    assert whole["recording_id"] != kept["recording_id"]


async def test_pieces_that_nobody_completes_are_removed_after_a_month_and_the_recording_stays(
    lab: Lab, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    room = await a_recorded_room(meeting, study.chair)
    await room.send_all(PIECES[:5])
    await _stop(room)
    await _let_the_wait_end(lab)
    pieces = Pieces(lab.runtime.settings, UUID(room.id))
    assert pieces.numbers() == [0, 1, 2, 3, 4]
    await _let_the_wait_end(lab, "give_up_room_pieces")
    assert not pieces.folder.exists()
    kept = await room.read()
    assert (kept["size"], bool(kept["recording_id"])) == (0, True)
    for refused in (await room.send(5, PIECES[5]), await room.finish(len(PIECES))):
        assert refused.status_code == 410
        assert "What came in time is among the study's recordings" in refused.json()["detail"]
    assert not pieces.folder.exists()


async def test_pieces_of_a_whole_recording_are_not_given_up_a_second_time(
    lab: Lab, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    room = await a_recorded_room(meeting, study.chair)
    await room.send_all(PIECES)
    await _stop(room)
    ok(await room.finish(len(PIECES)), 202)
    await lab.work()
    whole = await room.read()
    await _let_the_wait_end(lab, "give_up_room_pieces")
    assert await room.read() == whole


async def _let_the_wait_end(lab: Lab, kind: str = "put_room_recording_together") -> None:
    """Have the worker do now what is due in half an hour, or in a month."""
    async with lab.writing() as session:
        found = await session.exec(select(Job).where(col(Job.due_at).is_not(None)))
        for job in found.all():
            if job.kind == kind:
                job.due_at = datetime.now(UTC) - timedelta(seconds=1)
                session.add(job)
    await sweep(lab.runtime)
    await lab.work()

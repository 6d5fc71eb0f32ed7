"""Captions: what is said in a recorded room is read by everybody a moment later, and never kept."""

import asyncio
import tempfile
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from colloquy.capturing import captioning
from colloquy.capturing.growing import RoomSound
from colloquy.capturing.models import RoomCaption
from colloquy.capturing.pieces import Pieces
from colloquy.meetings.models import MeetingEvent
from tests.factories.meetings import a_running_meeting
from tests.factories.recordings import SAMPLES
from tests.factories.room_recordings import a_recorded_room, in_pieces, try_to_record, webm
from tests.factories.studies import Study
from tests.live.browsers import Server
from tests.support.lab import Lab, ok

PIECES = in_pieces(webm(SAMPLES / "sample-1.opus", Path(tempfile.mkdtemp()), seconds=12))


@pytest.fixture
def _has_model(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab.runtime.settings, "model", "tiny-consultation")


@pytest.mark.usefixtures("_has_model")
async def test_what_is_said_is_read_by_everybody_and_is_in_no_log(
    lab: Lab, server: Server, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    room = await a_recorded_room(meeting, study.chair, has_captions=True)
    working = asyncio.create_task(lab.work())
    async with server.follow(meeting, study.panel[0]) as browser:
        for number, sound in enumerate(PIECES):
            ok(await room.send(number, sound))
        async with asyncio.timeout(60):
            while not any("statement" in caption["text"] for caption in browser.of("caption")):
                # each piece brings along what was heard since the last
                ok(await room.send(0, PIECES[0]))
                await browser.hear_for(0.5)
        assert not any(caption["skipped"] for caption in browser.of("caption"))
    await meeting.act(study.chair, "stop_recording")
    ok(await room.finish(len(PIECES)), 202)
    await working
    await lab.work()
    async with lab.runtime.reading() as session:
        assert (await session.exec(select(RoomCaption))).all() == []
        types = set((await session.exec(select(MeetingEvent.type))).all())
    assert "caption" not in types


async def test_without_a_model_or_where_they_are_off_no_captions_are_promised(
    lab: Lab, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = await a_running_meeting(study)
    monkeypatch.setattr(lab.runtime.settings, "model", "a-model-that-is-not-here")
    options = ok(await study.chair.client.get(f"{meeting.path}/room/options")).json()
    assert options["has_captions"] is False
    _, refused = await try_to_record(meeting, study.chair, has_captions=True)
    assert refused.status_code == 409
    assert "Start it without captions" in refused.json()["detail"]
    monkeypatch.setattr(lab.runtime.settings, "model", "tiny-consultation")
    monkeypatch.setattr(lab.runtime.settings, "captions", False)
    _, refused = await try_to_record(meeting, study.chair, has_captions=True)
    assert refused.status_code == 409


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_machine_that_cannot_keep_up_goes_on_with_now_and_says_what_it_left_out(
    lab: Lab, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = await a_recorded_room(await a_running_meeting(study), study.chair)
    await room.send_all(PIECES)
    sound = RoomSound(Pieces(lab.runtime.settings, UUID(room.id)))
    sound.over.set()
    await asyncio.to_thread(sound.fill)
    assert sound.seconds == pytest.approx(12, abs=0.2)
    monkeypatch.setattr(captioning, "BEHIND_SECONDS", 8.0)
    stretch = captioning.next_stretch(sound, is_over=True)
    assert stretch
    assert stretch.skipped == pytest.approx(12 - captioning.STRETCH_SECONDS, abs=0.2)
    assert sound.seconds < captioning.STRETCH_SECONDS

"""The projector's socket: the wall whole each time it changes, and closed with its code."""

import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.client import connect

from colloquy.meetings.projection import follower
from colloquy.meetings.projection.routes import COOKIE
from tests.factories.meetings import a_meeting, a_running_meeting
from tests.factories.studies import Study
from tests.factories.walls import Wall, a_wall
from tests.live.browsers import Browser, Server
from tests.support.lab import ok


@asynccontextmanager
async def _show(server: Server, code: str) -> AsyncGenerator[Browser]:
    headers = {
        "Cookie": f"{COOKIE}={code}",
        "Origin": f"http://127.0.0.1:{server.port}",
    }
    address = f"ws://127.0.0.1:{server.port}/api/projector/live?after=0"
    async with connect(address, compression=None, additional_headers=headers) as connection:
        yield Browser(connection)


async def _same_as_fresh(browser: Browser, wall: Wall) -> None:
    """Read on until the wall on the socket is the wall fetched afresh."""
    fresh = await wall.read() | {"now": None}
    while browser.of("wall")[-1] | {"now": None} != fresh:
        await browser.hear_of("wall")


async def test_the_wall_follows_a_whole_meeting(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "EVERY_SECONDS", 0.0)
    meeting = await a_meeting(study)
    wall = await a_wall(meeting)
    ann = study.panel[0]
    async with _show(server, wall.code) as browser:
        await browser.hear_of("wall")
        await meeting.act(study.chair, "start")
        await meeting.act(study.chair, "present", item_id=meeting.items[1]["id"])
        await meeting.act(ann, "raise_hand")
        await _same_as_fresh(browser, wall)
        await meeting.act(study.chair, "give_floor", member_id=str(ann.id))
        await _same_as_fresh(browser, wall)
        poll = await meeting.open_poll()
        await meeting.vote(ann, poll, "Agree")
        await _same_as_fresh(browser, wall)
        assert browser.frames[-1]["voted"] == 1
        await meeting.release(poll)
        await _same_as_fresh(browser, wall)
        assert browser.frames[-1]["poll"]["result"]["counts"] == [1, 0, 0]
        await meeting.act(study.chair, "end")
        await _same_as_fresh(browser, wall)
    assert browser.frames[0]["type"] == "hello"
    said = json.dumps(browser.frames)
    assert all(str(person.id) not in said for person in (study.chair, *study.panel))


async def test_what_is_not_for_the_wall_sends_no_frame(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "EVERY_SECONDS", 0.0)
    meeting = await a_running_meeting(study)
    wall = await a_wall(meeting)
    async with _show(server, wall.code) as browser:
        await browser.hear_of("wall")
        ok(await meeting.comment(study.panel[0], "Carers hold power too."), 201)
        await meeting.act(study.panel[1], "raise_hand")
        await browser.hear_of("wall")
    assert [frame["hands"] for frame in browser.of("wall")] == [0, 1]


async def test_a_code_that_is_taken_back_closes_the_wall_at_once(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "BEAT_SECONDS", 3600)
    meeting = await a_running_meeting(study)
    wall = await a_wall(meeting)
    async with _show(server, wall.code) as browser:
        await browser.hear_of("wall")
        ok(await study.chair.client.delete(f"{meeting.path}/projector"), 204)
        assert await browser.hear_close() == 4404


async def test_hands_that_are_hidden_leave_the_wall_at_once(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    wall = await a_wall(meeting)
    await meeting.act(study.panel[0], "raise_hand")
    async with _show(server, wall.code) as browser:
        assert (await browser.hear_of("wall"))["hands"] == 1
        hide = {"shows_hands": False}
        ok(await study.chair.client.put(f"{meeting.path}/projector", json=hide))
        assert (await browser.hear_of("wall"))["hands"] is None


@pytest.mark.parametrize(("code", "closed"), [("", 4401), ("B" * 16, 4404)])
async def test_nobody_without_a_code_sees_the_wall(
    server: Server, study: Study, code: str, closed: int
) -> None:
    await a_wall(await a_running_meeting(study))
    async with _show(server, code) as browser:
        assert await browser.hear_close() == closed
    assert browser.frames == []


async def test_a_projector_is_nobody_in_the_meeting(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    wall = await a_wall(meeting)
    async with _show(server, wall.code) as browser:
        await browser.hear_of("wall")
        await browser.say({"type": "presence", "is_away": True})
        await browser.say({"type": "ping"})
        await browser.hear_of("pong")
        state = await meeting.state(study.chair)
    assert state["here"] == []
    assert len(state["state"]["people"]) == 1

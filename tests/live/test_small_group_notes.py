"""The socket of a shared note: who may follow it, what it tells, and what it never loses."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from colloquy.meetings import line
from colloquy.meetings.small_groups import note_follower, notes
from tests.factories.meetings import Meeting
from tests.factories.small_groups import (
    Writer,
    a_meeting_in_small_groups,
    small_group_ids,
    unpacked,
)
from tests.factories.studies import Person, Study, a_study
from tests.live.browsers import Browser, Server
from tests.support.lab import Lab, ok

Servers = tuple[Server, Server]


@asynccontextmanager
async def _at_note(
    server: Server, writer: Writer, *, after: int = 0, **options: Any
) -> AsyncGenerator[Browser]:
    path = f"{writer.path}/live?after={after}"
    async with server.listen(path, writer.person, **options) as browser:
        yield browser


async def _hear_note(browser: Browser, writer: Writer, seq: int) -> None:
    """Read on until the note has come to a number, and take in what is told."""
    while not browser.of("note_updated") or browser.of("note_updated")[-1]["seq"] < seq:
        await browser.hear()
    for frame in browser.of("note_updated"):
        writer.hear(unpacked(frame["update"]))


async def _pair(study: Study, other: Person | None = None) -> tuple[Meeting, Writer, Writer]:
    """A panel member and the chair, both at the note of the first small group."""
    meeting = await a_meeting_in_small_groups(study)
    first, _ = await small_group_ids(meeting)
    writers = [Writer(meeting, one, first) for one in (study.panel[0], other or study.chair)]
    return meeting, writers[0], writers[1]


async def test_what_one_writes_is_told_to_the_others_once_and_in_order(
    server: Server, study: Study
) -> None:
    _, ann, chair = await _pair(study)
    await ann.write("Before. ")
    async with _at_note(server, chair) as browser:
        for word in ("One ", "two ", "three."):
            seq = (await ann.write(word))["seq"]
        await _hear_note(browser, chair, seq)
    assert chair.text == "Before. One two three."
    assert [frame["seq"] for frame in browser.of("note_updated")] == [1, 2, 3, 4]


async def test_whoever_comes_back_is_told_just_what_was_missed(
    server: Server, study: Study
) -> None:
    _, ann, chair = await _pair(study)
    async with _at_note(server, chair) as browser:
        await _hear_note(browser, chair, (await ann.write("Seen. "))["seq"])
    await ann.write("Missed. ")
    chair.type("Offline.")
    async with _at_note(server, chair, after=1) as again:
        await _hear_note(again, chair, 2)
    await chair.send()
    assert [frame["seq"] for frame in again.of("note_updated")] == [2]
    await ann.read()
    assert ann.text == chair.text
    assert "Offline." in ann.text


async def test_whoever_missed_what_is_merged_by_now_is_asked_to_fetch_it(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "MERGE_EVERY", 3)
    _, ann, chair = await _pair(study)
    for word in "abcd":
        await ann.write(word)
    async with _at_note(server, chair, after=1) as browser:
        await browser.hear_of("reload")
        assert (await chair.read())["seq"] == 4
        await _hear_note(browser, chair, (await ann.write("e"))["seq"])
    assert chair.text == "abcde"


async def test_where_somebody_is_in_the_note_is_told_by_their_own_name(
    server: Server, study: Study
) -> None:
    _, ann, chair = await _pair(study)
    async with _at_note(server, chair) as chairs, _at_note(server, ann) as anns:
        await chairs.hear_of("hello")
        await anns.hear_of("hello")
        await anns.say({"type": "presence", "anchor": "abc", "head": "abd"})
        moved = await chairs.hear_of("cursor_moved")
        assert (moved["name"], moved["anchor"], moved["head"]) == ("Panel0", "abc", "abd")
        await anns.say({"type": "ping"})
        await anns.hear_of("pong")
        assert anns.of("cursor_moved") == [], "nobody is told where they are themselves"
        await anns.connection.close()
        gone = await chairs.hear_of("cursor_moved")
        assert (gone["connection"], gone["anchor"]) == (moved["connection"], None)


@pytest.mark.parametrize(
    "frame",
    [
        {"type": "presence", "anchor": "x" * 201, "head": None},
        {"type": "presence", "anchor": "a", "head": "a", "name": "The Chair"},
        {"type": "note_updated", "seq": 9, "update": "AAA="},
    ],
)
async def test_the_socket_takes_no_words_and_no_other_name(
    server: Server, study: Study, frame: dict[str, Any]
) -> None:
    _, ann, _ = await _pair(study)
    async with _at_note(server, ann) as browser:
        await browser.say(frame)
        await browser.hear_of("error")
        await browser.say({"type": "ping"})
        await browser.hear_of("pong")
    assert (await ann.read())["seq"] == 0


async def test_strangers_and_other_groups_are_refused_and_told_nothing(
    lab: Lab, server: Server, study: Study
) -> None:
    meeting, ann, _ = await _pair(study)
    await ann.write("Between us.")
    stranger = (await a_study(lab, title="Another study")).lead
    for person, code in ((study.panel[1], 4403), (study.researcher, 4403), (stranger, 4404)):
        outsider = Writer(meeting, person, ann.small_group_id)
        async with _at_note(server, outsider) as browser:
            assert await browser.hear_close() == code
        assert browser.frames == []
    async with _at_note(server, ann, headers={"Cookie": ""}) as browser:
        assert await browser.hear_close() == 4401
    with pytest.raises(InvalidStatus):
        async with _at_note(server, ann, headers={"Origin": "https://evil.example"}):
            pass


async def test_whoever_is_moved_or_taken_out_hears_nothing_more_at_once(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_follower, "BEAT_SECONDS", 3600)
    meeting, ann, chair = await _pair(study)
    _, second = await small_group_ids(meeting)
    bob = Writer(meeting, study.panel[1], second)
    async with (
        _at_note(server, ann) as moved,
        _at_note(server, bob) as gone,
        _at_note(server, chair) as stays,
    ):
        for browser in (moved, gone, stays):
            await browser.hear_of("hello")
        await meeting.act(
            study.chair, "place_in_small_group", member_id=str(ann.person.id), small_group_id=second
        )
        assert await moved.hear_close() == 4403
        url = f"{study.url}/members/{bob.person.id}/take-out"
        ok(await study.lead.client.post(url, json={"reason": "He asked us."}))
        assert await gone.hear_close() == 4404
        await _hear_note(stays, chair, (await chair.write("Still here."))["seq"])


async def test_the_call_back_is_told_to_everybody_at_the_note(server: Server, study: Study) -> None:
    meeting, ann, chair = await _pair(study)
    async with _at_note(server, ann) as browser:
        await browser.hear_of("hello")
        await meeting.act(study.chair, "call_back")
        await browser.hear_of("note_frozen")
    async with _at_note(server, chair) as late:
        await late.hear_of("note_frozen")


async def test_the_words_of_a_note_are_never_told_to_the_meeting(
    server: Server, study: Study
) -> None:
    meeting, ann, _ = await _pair(study)
    async with server.follow(meeting, study.panel[1]) as browser:
        await browser.hear_of("presence")
        await ann.write("Between us.")
        seq = await meeting.act(study.chair, "call_back")
        await browser.hear_until(seq)
    assert "Between us" not in json.dumps(browser.frames)


async def test_a_flood_ends_the_socket(server: Server, study: Study) -> None:
    _, ann, _ = await _pair(study)
    async with _at_note(server, ann) as browser:
        for _ in range(line.FLOOD + 1):
            await browser.say({"type": "presence", "anchor": "a", "head": "a"})
        assert await browser.hear_close() == 4429


async def test_two_servers_merge_to_one_text(two_servers: Servers, lab: Lab, study: Study) -> None:
    one, other = two_servers
    _, ann, chair = await _pair(study)

    async def write(writer: Writer, server: Server, words: str) -> None:
        for word in words.split():
            writer.type(f"{word} ", at=0)
            lab.app.state.runtime = server.runtime
            await writer.send()
            await asyncio.sleep(0)

    async with _at_note(one, ann) as here, _at_note(other, chair) as there:
        await here.hear_of("hello")
        await there.hear_of("hello")
        await asyncio.gather(
            write(ann, one, "carers hold power too"),
            write(chair, other, "and leaders do not see it"),
        )
        await _hear_note(here, ann, 10)
        await _hear_note(there, chair, 10)
    assert ann.text == chair.text
    assert sorted(ann.text.split()) == sorted(
        ["carers", "hold", "power", "too", "and", "leaders", "do", "not", "see", "it"]
    )

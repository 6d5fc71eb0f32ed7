"""Order: every event once and in its place, however many people act and however often one leaves."""

import asyncio

import pytest

from colloquy.meetings.following import gallery
from tests.factories.meetings import a_running_meeting
from tests.factories.studies import Study
from tests.live.browsers import Server


async def test_a_browser_is_greeted_then_told_what_it_missed(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.panel[0]) as browser:
        hello = await browser.hear()
        seqs = await browser.hear_until(hello["seq"])
    assert (hello["type"], hello["protocol"]) == ("hello", 1)
    assert seqs == list(range(1, hello["seq"] + 1))


async def test_twenty_commands_at_once_leave_no_gap_and_nothing_twice(
    server: Server, study: Study
) -> None:
    await study.add_panel(count=18)
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.lead) as browser:
        async with asyncio.timeout(60):
            numbers = await asyncio.gather(
                *(meeting.act(person, "raise_hand") for person in study.panel)
            )
        newest = (await meeting.state(study.lead))["seq"]
        assert await browser.hear_until(newest) == list(range(1, newest + 1))
    assert len(set(numbers)) == len(study.panel) == 20


async def test_coming_back_at_any_point_brings_exactly_what_was_missed(
    server: Server, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    for person in study.panel:
        await meeting.act(person, "raise_hand")
        await meeting.act(study.chair, "give_floor", member_id=str(person.id))
    async with server.follow(meeting, study.lead) as browser:
        newest = (await browser.hear())["seq"]
        await browser.hear_until(newest)
    whole = browser.events
    for after in range(newest):
        async with server.follow(meeting, study.lead, after=after) as again:
            await again.hear_until(newest)
            assert again.events == whole[after:]


async def test_closing_the_laptop_and_opening_it_again_misses_and_doubles_nothing(
    server: Server, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    ann, bob = study.panel[:2]
    heard: list[dict] = []
    for _ in range(3):
        async with server.follow(meeting, ann, after=len(heard)) as browser:
            number = await meeting.act(bob, "raise_hand")
            await browser.hear_until(number)
            heard += browser.events
        await meeting.act(bob, "withdraw_hand")
    last = (await meeting.state(ann))["seq"]
    async with server.follow(meeting, ann, after=len(heard)) as browser:
        await browser.hear_until(last)
        heard += browser.events
    assert [event["seq"] for event in heard] == list(range(1, last + 1))


@pytest.mark.parametrize("after", [10_000, -5_000])
async def test_a_number_that_the_log_cannot_follow_is_told_to_start_afresh(
    server: Server, study: Study, after: int
) -> None:
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.panel[0], after=after) as browser:
        assert [(await browser.hear())["type"] for _ in range(2)] == ["hello", "reload"]
        await browser.hear_of("attended")
        fresh = await meeting.state(study.panel[0])
        number = await meeting.act(study.panel[0], "raise_hand")
        await browser.hear_until(number)
        assert browser.seqs[-1] == fresh["seq"] + 1


async def test_a_message_lost_on_the_way_is_found_in_the_log(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery, "BEAT_SECONDS", 0.2)
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.chair) as browser:
        await browser.hear_of("presence")

        async def lose(channel: str, message: str) -> None:
            """Redis was away just then."""

        with monkeypatch.context() as lossy:
            lossy.setattr(type(server.runtime.hub), "publish", lambda *_: lose("", ""))
            number = await meeting.act(study.chair, "raise_hand")
        await browser.hear_until(number)
        assert browser.seqs == list(range(1, number + 1))


async def test_a_message_that_overtakes_another_waits_for_it(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = await a_running_meeting(study)
    hub = server.runtime.hub
    async with server.follow(meeting, study.chair) as browser:
        await browser.hear_of("presence")
        held: list[tuple[str, str]] = []
        publish = hub.publish

        async def hold(channel: str, message: str) -> None:
            held.append((channel, message))

        with monkeypatch.context() as slow:
            slow.setattr(type(hub), "publish", lambda _, *said: hold(*said))
            await meeting.act(study.chair, "raise_hand")
            number = await meeting.act(study.chair, "withdraw_hand")
        for channel, message in reversed(held):
            await publish(channel, message)
        await browser.hear_until(number)
        await browser.hear_for(0.3)
    assert browser.seqs == list(range(1, number + 1))

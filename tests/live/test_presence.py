"""Who is here: shown to everybody, gone when they leave, and written down once."""

import pytest

from colloquy.meetings.attending import presence
from colloquy.meetings.following import gallery
from tests.factories.meetings import a_meeting, a_running_meeting
from tests.factories.studies import Study
from tests.live.browsers import Server


async def test_everybody_sees_who_is_here(server: Server, study: Study) -> None:
    meeting = await a_meeting(study)
    ann, bob = study.panel[:2]
    async with server.follow(meeting, ann) as first:
        await first.hear_names("Panel0")
        async with server.follow(meeting, bob):
            await first.hear_names("Panel0", "Panel1")
            here = (await meeting.state(study.chair))["here"]
            assert [one["name"] for one in here] == ["Panel0", "Panel1"]
        await first.hear_names("Panel0")


async def test_two_browsers_of_one_person_are_one_person(server: Server, study: Study) -> None:
    meeting = await a_meeting(study)
    ann = study.panel[0]
    async with server.follow(meeting, ann) as phone:
        async with server.follow(meeting, ann) as laptop:
            await laptop.say({"type": "presence", "is_away": True})
            await laptop.hear_for(0.8)
            (here,) = (await meeting.state(study.chair))["here"]
            assert here["is_away"] is False
            await phone.say({"type": "presence", "is_away": True})
            while not any(one["is_away"] for one in phone.here.values()):
                await phone.hear()
        (here,) = (await meeting.state(study.chair))["here"]
        assert here["is_away"] is True


async def test_whoever_waits_in_the_lobby_is_written_down_at_the_start(
    server: Server, study: Study
) -> None:
    meeting = await a_meeting(study)
    ann, bob = study.panel[:2]
    async with server.follow(meeting, ann) as browser:
        await browser.hear_names("Panel0")
        assert (await meeting.state(ann))["state"]["people"] == {}
        await meeting.act(study.chair, "start")
        people = (await meeting.state(ann))["state"]["people"]
        assert {person["name"] for person in people.values()} == {"Panel0", "Chair"}
        async with server.follow(meeting, bob):
            came = await browser.hear_of("attended")
            assert came["attendee"]["name"] == "Panel1"


async def test_coming_back_is_not_written_down_again(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    for _ in range(3):
        async with server.follow(meeting, study.panel[0]) as browser:
            await browser.hear_until((await browser.hear())["seq"])
    assert len(browser.of("attended")) == 1


async def test_the_marks_of_a_server_that_died_fade(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery, "BEAT_SECONDS", 0.2)
    meeting = await a_meeting(study)
    ann, bob = study.panel[:2]
    hub, place = server.runtime.hub, presence.place(meeting.id)
    ghost = f'{{"id": "{bob.id}", "name": "Panel1", "group_id": null, "is_away": false}}'
    async with server.follow(meeting, ann) as browser:
        await browser.hear_names("Panel0")
        await hub.mark(place, "a socket of a dead process", ghost, seconds=3.0)
        await browser.hear_names("Panel0", "Panel1")
        await browser.hear_names("Panel0")

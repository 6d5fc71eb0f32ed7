"""The raw frames of everybody's socket: nothing secret or hidden leaves the server early."""

import json
from contextlib import AsyncExitStack
from uuid import uuid4

import pytest

from tests.factories.meetings import Meeting, a_running_meeting
from tests.factories.studies import Person, Study
from tests.live.browsers import Browser, Server

KINDS = {
    "choice": ({"choices": ["Zyzzyva", "Xylem"]}, {"choices": ["Zyzzyva"]}),
    "rating": ({"points": 9}, {"rating": 7}),
    "words": ({}, {"words": ["Zyzzyva"]}),
}


def everybody(study: Study) -> list[Person]:
    return [study.lead, study.facilitator, study.researcher, study.chair, *study.panel[-2:]]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("is_secret", [True, False], ids=["secret", "open"])
async def test_no_frame_says_what_was_voted_before_the_chair_releases_it(
    server: Server, study: Study, kind: str, is_secret: bool
) -> None:
    await study.add_panel(group=0, count=3)
    meeting = await a_running_meeting(study)
    fields, answer = KINDS[kind]
    async with AsyncExitStack() as stack:
        browsers = [
            await stack.enter_async_context(server.follow(meeting, person))
            for person in everybody(study)
        ]
        poll = await meeting.open(kind, is_secret=is_secret, **fields)
        opened = (await meeting.state(study.lead))["seq"]
        for browser in browsers:
            await browser.hear_until(opened)
            browser.frames.clear()
        for person in study.panel[:3]:
            await meeting.answer(person, poll, **answer)
        await meeting.close(poll)
        # a hand goes up after it, so that all there was to say has been said
        last = await meeting.act(study.panel[0], "raise_hand")
        for browser in browsers:
            await browser.hear_until(last)
            said = json.dumps(browser.frames)
            assert "Zyzzyva" not in said
            assert '"rating"' not in said
            assert '"counts"' not in said
            assert {"type", "poll_id", "voted", "has_quorum", "seq", "at", "by"} == set(
                browser.of("poll_closed")[0]
            )
        last = await meeting.act(study.chair, "release_poll", poll_id=poll)
        for browser in browsers:
            await browser.hear_until(last)
            (released,) = browser.of("poll_released")
            assert released["result"]["total"] == 3
            # counts of everybody, and never a name beside one
            assert not any(
                str(person.id) in json.dumps(released["result"]) for person in study.panel
            )


async def test_only_the_voters_own_devices_hear_of_a_vote(server: Server, study: Study) -> None:
    ann, bob = study.panel[:2]
    meeting = await a_running_meeting(study)
    async with (
        server.follow(meeting, ann) as phone,
        server.follow(meeting, ann) as tablet,
        server.follow(meeting, bob) as other,
        server.follow(meeting, study.chair) as chair,
    ):
        poll = await meeting.open("vote", is_secret=True)
        command = str(uuid4())
        await meeting.answer(ann, poll, choices=["Agree"], command_id=command)
        for device in (phone, tablet):
            noted = await device.hear_of("vote_noted")
            assert noted == {"type": "vote_noted", "poll_id": poll, "command_id": command}
        for browser in (other, chair):
            await counted(browser, meeting, poll, 1)
            assert browser.of("vote_noted") == []
            assert str(ann.id) not in json.dumps(browser.of("votes_counted"))


async def test_a_crowd_of_votes_makes_few_frames(server: Server, study: Study) -> None:
    people = await study.add_panel(group=0, count=25)
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.chair) as chair:
        poll = await meeting.open("vote")
        for person in people:
            await meeting.answer(person, poll, choices=["Agree"])
        await counted(chair, meeting, poll, 25)
    assert len(chair.of("votes_counted")) < 25 / 2


async def counted(browser: Browser, meeting: Meeting, poll: str, voted: int) -> None:
    """Read on until so many votes are told."""
    while (await browser.hear_of("votes_counted"))["voted"] < voted:
        pass
    assert (await meeting.state(meeting.study.chair))["voted"] == {poll: voted}

"""The socket is a read path: who may follow, what they may say, and what they are never told."""

import json

import pytest
from sqlmodel import delete
from websockets.exceptions import InvalidStatus

from colloquy.access.permissions import Permission
from colloquy.meetings import line, policy
from colloquy.meetings.following import follower
from colloquy.people.models import LoginSession
from colloquy.studies.models import Member, MemberState
from tests.factories.meetings import a_running_meeting
from tests.factories.studies import Study, a_study
from tests.live.browsers import Server
from tests.support.lab import Lab, ok


async def test_a_stranger_is_told_that_there_is_no_such_meeting(
    lab: Lab, server: Server, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    other = await a_study(lab, title="Another study")
    async with server.follow(meeting, other.lead) as browser:
        assert await browser.hear_close() == 4404
    assert browser.frames == []


async def test_nobody_signed_in_is_told_nothing(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.lead, headers={"Cookie": ""}) as browser:
        assert await browser.hear_close() == 4401
    assert browser.frames == []


async def test_a_member_of_another_group_is_refused(server: Server, study: Study) -> None:
    carers, leaders = study.panel[:2]
    meeting = await a_running_meeting(study, group_ids=[str(study.groups[0].id)])
    async with server.follow(meeting, leaders) as browser:
        assert await browser.hear_close() == 4403
    async with server.follow(meeting, carers) as browser:
        assert (await browser.hear())["type"] == "hello"


async def test_a_page_of_another_site_cannot_open_the_socket(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    with pytest.raises(InvalidStatus) as refused:
        async with server.follow(meeting, study.lead, headers={"Origin": "https://evil.example"}):
            pass
    assert refused.value.response.status_code == 403


async def test_whoever_leaves_the_study_or_signs_out_is_told_no_more(
    lab: Lab, server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "BEAT_SECONDS", 0.2)
    meeting = await a_running_meeting(study)
    ann, bob = study.panel[:2]
    async with server.follow(meeting, ann) as gone, server.follow(meeting, bob) as out:
        await gone.hear_of("presence")
        await out.hear_of("presence")
        async with lab.writing() as session:
            member = await session.get_one(Member, ann.id)
            member.state = MemberState.LEFT
            session.add(member)
            await session.exec(
                delete(LoginSession).where(LoginSession.account_id == bob.account.id)
            )
        assert await gone.hear_close() == 4404
        assert await out.hear_close() == 4401


async def test_whoever_is_taken_out_of_the_study_is_told_no_more_at_once(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "BEAT_SECONDS", 3600)
    meeting = await a_running_meeting(study)
    ann, bob = study.panel[:2]
    async with server.follow(meeting, ann) as gone, server.follow(meeting, bob) as stays:
        await gone.hear_of("presence")
        await stays.hear_of("presence")
        url = f"{study.url}/members/{ann.id}/take-out"
        ok(await study.lead.client.post(url, json={"reason": "She asked us."}))
        assert await gone.hear_close() == 4404
        number = await meeting.act(bob, "raise_hand")
        await stays.hear_until(number)


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        b"\x00\x01",
        "[]",
        '{"type": "sing"}',
        '{"type": "ping", "loud": true}',
        '{"type": "presence", "is_away": "perhaps"}',
        json.dumps({"type": "ping", "padding": "x" * 5000}),
    ],
)
async def test_a_frame_outside_the_protocol_is_answered_and_disturbs_nothing(
    server: Server, study: Study, text: str | bytes
) -> None:
    meeting = await a_running_meeting(study)
    async with (
        server.follow(meeting, study.panel[0]) as wrong,
        server.follow(meeting, study.panel[1]) as other,
    ):
        await wrong.say(text)
        refused = await wrong.hear_of("error")
        assert "was not read" in refused["detail"]
        await wrong.say({"type": "ping"})
        await wrong.hear_of("pong")
        number = await meeting.act(study.panel[0], "raise_hand")
        assert await wrong.hear_until(number) == await other.hear_until(number)


async def test_whoever_keeps_sending_bad_frames_is_closed_and_nobody_else(
    server: Server, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    async with (
        server.follow(meeting, study.panel[0]) as wrong,
        server.follow(meeting, study.panel[1]) as other,
    ):
        for _ in range(line.BAD_FRAME_LIMIT + 1):
            await wrong.say("not json")
        assert await wrong.hear_close() == 4400
        number = await meeting.act(study.panel[1], "raise_hand")
        await other.hear_until(number)


async def test_a_flood_of_frames_ends_the_socket(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.panel[0]) as browser:
        for _ in range(line.FLOOD + 1):
            await browser.say({"type": "ping"})
        assert await browser.hear_close() == 4429


async def test_no_stream_ever_says_how_anybody_voted(server: Server, study: Study) -> None:
    await study.add_panel(group=0, count=3)
    meeting = await a_running_meeting(study)
    people = [study.lead, study.chair, study.panel[1]]
    async with (
        server.follow(meeting, people[0]) as lead,
        server.follow(meeting, people[1]) as chair,
        server.follow(meeting, people[2]) as panel,
    ):
        browsers = (lead, chair, panel)
        for browser in browsers:
            await browser.hear_of("presence")
        poll = await meeting.open_poll(("Keep-it", "Drop-it"))
        opened = (await meeting.state(study.lead))["seq"]
        for browser in browsers:
            await browser.hear_until(opened)
            browser.frames.clear()
        for person in study.panel[2:]:
            await meeting.vote(person, poll, "Keep-it")
        await meeting.vote(study.panel[0], poll, "Drop-it")
        while_open = []
        for browser in browsers:
            while not browser.of("votes_counted") or browser.frames[-1].get("voted") != 4:
                await browser.hear()
            while_open += browser.frames
        await meeting.release(poll)
        released_at = (await meeting.state(study.lead))["seq"]
        for browser in browsers:
            await browser.hear_until(released_at)
    said = json.dumps(while_open)
    assert "Keep-it" not in said
    assert "Drop-it" not in said
    assert str(study.panel[0].id) not in json.dumps(
        [frame for frame in while_open if frame["type"] == "votes_counted"]
    )
    (released,) = lead.of("poll_released")
    assert released["result"]["counts"] == [3, 1]


async def test_a_comments_words_are_read_by_http_and_never_told_by_the_socket(
    server: Server, study: Study
) -> None:
    meeting = await a_running_meeting(study)
    async with server.follow(meeting, study.panel[1]) as browser:
        await browser.hear_of("presence")
        ok(await meeting.comment(study.panel[0], "Carers hold power too."), 201)
        await browser.hear_of("comment_arrived")
    assert "Carers hold power" not in json.dumps(browser.frames)


async def test_an_event_that_is_not_for_somebody_leaves_only_its_number(
    server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(policy.AUDIENCE, "hand_raised", Permission.MEETING_CHAIR)
    meeting = await a_running_meeting(study)
    async with (
        server.follow(meeting, study.panel[1]) as panel,
        server.follow(meeting, study.chair) as chair,
    ):
        await panel.hear_of("presence")
        await chair.hear_of("presence")
        number = await meeting.act(study.panel[0], "raise_hand")
        assert await panel.hear_until(number) == await chair.hear_until(number)
        fresh = await meeting.state(study.panel[1])
    assert panel.events[-1] == {"type": "withheld", "seq": number}
    assert chair.events[-1]["type"] == "hand_raised"
    assert fresh["state"]["hands"] == []
    async with server.follow(meeting, study.panel[1], after=number - 1) as again:
        await again.hear_until(number)
    assert again.events[-1] == {"type": "withheld", "seq": number}

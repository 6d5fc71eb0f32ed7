"""The socket that tries a connection: it answers those who may come in, and tells nobody of them."""

from websockets.asyncio.client import connect

from colloquy.people.dependencies import COOKIE
from tests.factories.meetings import Meeting, a_running_meeting
from tests.factories.studies import Person, Study
from tests.live.browsers import Browser, Server


def _try(server: Server, meeting: Meeting, person: Person) -> connect:
    headers = {
        "Cookie": f"{COOKIE}={person.client.cookies[COOKIE]}",
        "Origin": f"http://127.0.0.1:{server.port}",
    }
    address = f"ws://127.0.0.1:{server.port}{meeting.path}/echo"
    return connect(address, compression=None, additional_headers=headers)


async def test_pings_are_answered_and_nobody_has_attended(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    before = await meeting.state(study.chair)
    async with _try(server, meeting, study.panel[0]) as connection:
        browser = Browser(connection)
        for _ in range(3):
            await browser.say({"type": "ping"})
            assert (await browser.hear())["type"] == "pong"
    after = await meeting.state(study.chair)
    assert (after["seq"], after["here"]) == (before["seq"], [])


async def test_it_answers_nobody_who_may_not_come_in(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study, group_ids=[str(study.groups[0].id)])
    async with _try(server, meeting, study.panel[1]) as connection:
        assert await Browser(connection).hear_close() == 4403


async def test_it_ends_after_enough_answers(server: Server, study: Study) -> None:
    meeting = await a_running_meeting(study)
    async with _try(server, meeting, study.panel[0]) as connection:
        browser = Browser(connection)
        for _ in range(20):
            await browser.say({"type": "ping"})
        assert await browser.hear_close() == 1000
        assert len(browser.frames) == 20

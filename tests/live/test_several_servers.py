"""Two servers that share a database and a Redis tell the same story."""

import asyncio
import contextlib
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from colloquy.core.hub import RedisHub
from colloquy.core.settings import Settings
from tests.factories.meetings import a_meeting, a_running_meeting
from tests.factories.studies import Study
from tests.live.browsers import Server, serving
from tests.support import servers
from tests.support.lab import Lab

Servers = tuple[Server, Server]


async def test_what_happens_on_one_server_is_told_on_the_other(
    two_servers: Servers, lab: Lab, study: Study
) -> None:
    one, other = two_servers
    meeting = await a_running_meeting(study)
    async with (
        one.follow(meeting, study.panel[0]) as here,
        other.follow(meeting, study.panel[1]) as there,
    ):
        await here.hear_of("presence")
        await there.hear_of("presence")
        numbers: list[int] = []
        for verb in ("raise_hand", "withdraw_hand"):
            for person, server in zip(study.panel, two_servers, strict=True):
                lab.app.state.runtime = server.runtime
                numbers.append(await meeting.act(person, verb))
        poll = await meeting.open_poll()
        await meeting.vote(study.panel[0], poll, "Agree")
        for browser in (here, there):
            await browser.hear_until(numbers[-1] + 1)
            while (await browser.hear_of("votes_counted"))["voted"] != 1:
                pass
        assert here.seqs == there.seqs == list(range(1, numbers[-1] + 2))


async def test_who_is_here_is_the_same_on_every_server(two_servers: Servers, study: Study) -> None:
    one, other = two_servers
    meeting = await a_meeting(study)
    async with one.follow(meeting, study.panel[0]) as here:
        await here.hear_names("Panel0")
        async with other.follow(meeting, study.panel[1]) as there:
            await here.hear_names("Panel0", "Panel1")
            await there.hear_names("Panel0", "Panel1")
        await here.hear_names("Panel0")


async def test_a_server_that_missed_messages_reads_them_in_the_log_and_cuts_nobody_off(
    two_servers: Servers, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = two_servers
    meeting = await a_running_meeting(study)
    async with one.follow(meeting, study.panel[0]) as browser:
        await browser.hear_of("presence")
        hub = one.runtime.hub
        assert isinstance(hub, RedisHub)
        with monkeypatch.context() as deaf:
            deaf.setattr(hub, "_listeners", {})
            missed = await meeting.act(study.panel[1], "raise_hand")
            await browser.hear_for(0.3)
        assert browser.seqs[-1] < missed
        hub.cut_off_everybody()
        assert await browser.hear_until(missed) == list(range(1, missed + 1))
        following = await meeting.act(study.panel[1], "withdraw_hand")
        assert await browser.hear_until(following) == list(range(1, following + 1))


async def test_people_who_come_and_go_between_servers_miss_and_double_nothing(
    two_servers: Servers, lab: Lab, study: Study
) -> None:
    _, other = two_servers
    await study.add_panel(count=4)
    meeting = await a_running_meeting(study)
    heard: list[int] = []
    is_over = asyncio.Event()

    async def wander() -> None:
        turn = 0
        while not is_over.is_set():
            server, turn = two_servers[turn % 2], turn + 1
            after = heard[-1] if heard else 0
            async with server.follow(meeting, study.researcher, after=after) as browser:
                with contextlib.suppress(TimeoutError, ConnectionClosed):
                    for _ in range(4):
                        await browser.hear(0.5)
                heard.extend(browser.seqs)

    wandering = asyncio.create_task(wander())
    for verb in ("raise_hand", "withdraw_hand"):
        await asyncio.gather(*(meeting.act(person, verb) for person in study.panel))
    is_over.set()
    await wandering
    last = (await meeting.state(study.lead))["seq"]
    async with other.follow(meeting, study.researcher, after=heard[-1]) as browser:
        if heard[-1] < last:
            await browser.hear_until(last)
    assert heard + browser.seqs == list(range(1, last + 1))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_when_redis_is_gone_nothing_acknowledged_is_lost(
    lab: Lab, settings: Settings, study: Study, tmp_path: Path
) -> None:
    meeting = await a_running_meeting(study)
    with contextlib.ExitStack() as redis:
        shared = settings.model_copy(
            update={"redis_url": redis.enter_context(servers.redis(tmp_path / "redis"))}
        )
        async with serving(shared) as server:
            async with server.follow(meeting, study.panel[0]) as browser:
                await browser.hear_of("presence")
                own, lab.app.state.runtime = lab.app.state.runtime, server.runtime
                redis.close()
                number = await meeting.act(study.panel[1], "raise_hand")
                with contextlib.suppress(ConnectionClosed):
                    await browser.hear_until(number)
                heard = browser.seqs
            async with server.follow(meeting, study.panel[0], after=heard[-1]) as again:
                await again.hear_of("presence")
                if heard[-1] < number:
                    await again.hear_until(number)
                whole = heard + again.seqs
                assert whole == list(range(1, len(whole) + 1))
                assert number in whole
                names = [one["name"] for one in (await meeting.state(study.lead))["here"]]
                assert names == ["Panel0"]
            lab.app.state.runtime = own

"""Three servers on one PostgreSQL and one Redis, with a crowd in one poll, and one of them killed."""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, Generator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from colloquy.core.settings import Settings
from colloquy.meetings.following.gallery import BEAT_SECONDS
from tests.support import servers
from tests.support.crowd import sign_in
from tests.support.first_study import FirstStudy, first_study
from tests.support.process import ServerProcess, stop_together

pytestmark = pytest.mark.timeout(240)

VOTERS = 300
CHOICES = ("Keep", "Reword", "Drop")


@dataclass
class Installation:
    """Three servers, the Redis between them, and a running meeting of three hundred."""

    servers: list[ServerProcess]
    redis: contextlib.ExitStack
    redis_port: int
    folder: Path
    study: FirstStudy
    cookies: list[str]
    path: str

    def command(self, kind: str, **rest: object) -> int:
        """Have the lead do something at the first server."""
        body = {"type": kind, "command_id": str(uuid4()), **rest}
        told: Any = self.study.lead("POST", f"{self.path}/commands", body)
        return told["seq"]

    def state(self) -> Any:
        """The meeting as the first server has it."""
        return self.study.lead("GET", f"{self.path}/state")


@pytest.fixture(scope="module")
def database_url(postgres_url: str) -> Generator[str]:
    server = postgres_url.rpartition("/")[0]
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE crowd")
        yield f"{server}/crowd"
        connection.execute("DROP DATABASE crowd WITH (FORCE)")


@pytest.fixture(scope="module")
async def installation(
    tmp_path_factory: pytest.TempPathFactory, database_url: str
) -> AsyncGenerator[Installation]:
    folder = tmp_path_factory.mktemp("three")
    with contextlib.ExitStack() as redis:
        url = redis.enter_context(servers.redis(folder / "redis"))
        shared = {
            "COLLOQUY_DATABASE_URL": database_url,
            "COLLOQUY_REDIS_URL": url,
            "COLLOQUY_WORKER": "separate",
            "COLLOQUY_SECRET_KEY": "a long random text",
        }
        three = [ServerProcess(folder, shared) for _ in range(3)]
        try:
            for server in three:
                server.spawn("serve")
            for server in three:
                server.wait()
            study = first_study(three[0], panel=0)
            settings = Settings(data_folder=folder / "data", database_url=database_url)
            cookies = await sign_in(settings, study, VOTERS)
            plan = {"title": "Live", "agenda": [{"title": "Trust"}]}
            meeting: Any = study.ask(study.lead, "POST", "/meetings", plan)
            port = int(url.rpartition(":")[2].partition("/")[0])
            path = f"{study.url}/meetings/{meeting['id']}"
            made = Installation(three, redis, port, folder, study, cookies, path)
            made.command("start")
            yield made
        finally:
            stop_together(*three)


@dataclass
class Voter:
    """A phone: it follows the meeting and votes, and goes to another server when its own is gone."""

    installation: Installation
    number: int
    heard: list[int] = field(default_factory=list[int])
    is_over: bool = False

    @property
    def choice(self) -> str:
        return CHOICES[self.number % len(CHOICES)]

    @property
    def headers(self) -> dict[str, str]:
        return {"Cookie": self.installation.cookies[self.number]}

    def places(self) -> Generator[ServerProcess]:
        """The servers in turn, beginning with this phone's own."""
        three = self.installation.servers
        turn = cycle(range(len(three)))
        for place in turn:
            yield three[(self.number + place) % len(three)]

    async def follow(self) -> None:
        """Hear the log to its end, from whichever server is there."""
        for server in self.places():
            after = self.heard[-1] if self.heard else 0
            address = f"ws://127.0.0.1:{server.port}{self.installation.path}/live?after={after}"
            headers = {**self.headers, "Origin": server.url}
            with contextlib.suppress(OSError, WebSocketException, TimeoutError):
                async with connect(
                    address, additional_headers=headers, compression=None, open_timeout=30
                ) as socket:
                    async for message in socket:
                        self._hear(json.loads(message))
                        if self.is_over:
                            return

    def _hear(self, frame: dict[str, Any]) -> None:
        assert frame["type"] != "reload"
        if "seq" not in frame or frame["type"] == "hello":
            return
        self.heard.append(frame["seq"])
        self.is_over = frame["type"] == "meeting_ended"

    async def vote(self, client: httpx.AsyncClient, poll_id: str) -> None:
        """Vote until it is acknowledged; every try is the same command."""
        body = {"command_id": str(uuid4()), "choices": [self.choice]}
        for server in self.places():
            url = f"{server.url}{self.installation.path}/polls/{poll_id}/vote"
            with contextlib.suppress(httpx.TransportError):
                answer = await client.put(
                    url, json=body, headers={**self.headers, "Origin": server.url}
                )
                assert answer.status_code == 200, answer.text
                return


async def test_every_acknowledged_vote_counts_once_though_a_server_is_killed_in_the_poll(
    installation: Installation,
) -> None:
    voters = [Voter(installation, number) for number in range(VOTERS)]
    following = [asyncio.create_task(voter.follow()) for voter in voters]
    ask = asyncio.to_thread
    await ask(
        installation.command, "open_poll", prompt="And now?", choices=list(CHOICES), item_id=None
    )
    poll_id = (await ask(installation.state))["state"]["polls"][-1]["id"]
    acknowledged = 0

    async with httpx.AsyncClient(timeout=60) as client:

        async def vote(voter: Voter) -> None:
            nonlocal acknowledged
            await asyncio.sleep(voter.number * 0.012)
            await voter.vote(client, poll_id)
            acknowledged += 1
            if acknowledged == VOTERS // 3:
                installation.servers[1].kill()

        await asyncio.gather(*map(vote, voters))
    await ask(installation.command, "close_poll", poll_id=poll_id)
    await ask(installation.command, "release_poll", poll_id=poll_id)
    await ask(installation.command, "end")
    polls = (await ask(installation.state))["state"]["polls"]
    result = next(poll["result"] for poll in polls if poll["id"] == poll_id)
    assert result["total"] == VOTERS
    assert result["counts"] == [VOTERS // 3] * 3

    last = (await ask(installation.state))["seq"]
    async with asyncio.timeout(60):
        await asyncio.gather(*following)
    for voter in voters:
        assert voter.heard == list(range(1, last + 1)), f"phone {voter.number}"


async def test_when_redis_comes_back_servers_hear_each_other_again(
    installation: Installation,
) -> None:
    plan = {"title": "After", "agenda": [{"title": "Trust"}]}
    study = installation.study
    meeting: Any = study.ask(study.lead, "POST", "/meetings", plan)
    installation.path = f"{study.url}/meetings/{meeting['id']}"
    installation.command("start")
    far = Voter(installation, 2)
    listening = asyncio.create_task(far.follow())
    while not far.heard:
        await asyncio.sleep(0.05)
    installation.redis.close()
    await asyncio.to_thread(installation.command, "add_item", title="While Redis was away")
    with servers.redis(installation.folder / "redis", installation.redis_port):
        await asyncio.to_thread(installation.command, "add_item", title="Redis is back")
        await asyncio.to_thread(installation.command, "end")
        # long before everybody looks at the database in any case
        async with asyncio.timeout(BEAT_SECONDS / 2):
            await listening
    last = (await asyncio.to_thread(installation.state))["seq"]
    assert far.heard == list(range(1, last + 1))

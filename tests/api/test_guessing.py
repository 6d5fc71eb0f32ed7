"""Passwords that are guessed at: who is refused, for how long, and who never is."""

import logging
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from httpx import ASGITransport, AsyncClient, Response

from colloquy.core import throttle as throttling
from colloquy.core.errors import TooMany
from colloquy.core.settings import Settings
from colloquy.core.throttle import Throttle, neighbourhood
from colloquy.people import guessing
from tests.factories.studies import PASSWORD, Study
from tests.support.lab import ORIGIN, Lab
from tests.support.servers import free_port


async def _try(lab: Lab, email: str, password: str, *, address: str) -> Response:
    """A sign-in by somebody at this address."""
    transport = ASGITransport(app=lab.app, client=(address, 1))
    async with AsyncClient(
        transport=transport, base_url=ORIGIN, headers={"Origin": ORIGIN}
    ) as browser:
        return await browser.post("/api/sign-in", json={"email": email, "password": password})


async def test_a_stranger_who_guesses_does_not_lock_the_lead_out(lab: Lab, study: Study) -> None:
    lab.runtime.settings.sign_in_limit = "3/minute"
    email = study.lead.account.email
    statuses = [
        (await _try(lab, email, "wrong", address="198.51.100.7")).status_code for _ in range(5)
    ]
    assert statuses == [401, 401, 401, 429, 429]
    assert (await _try(lab, email, PASSWORD, address="192.0.2.1")).status_code == 200


async def test_tries_that_succeed_are_not_counted(lab: Lab, study: Study) -> None:
    lab.runtime.settings.sign_in_limit = "2/minute"
    email = study.lead.account.email
    words = ["wrong", PASSWORD, "wrong", PASSWORD, "wrong", "wrong", "wrong"]
    statuses = [
        (await _try(lab, email, password, address="192.0.2.1")).status_code for password in words
    ]
    assert statuses == [401, 200, 401, 200, 401, 401, 429]


async def test_one_place_cannot_try_many_accounts_without_end(lab: Lab, study: Study) -> None:
    lab.runtime.settings.sign_in_place_limit = "3/minute"
    statuses = [
        (await _try(lab, f"person{n}@example.org", "wrong", address="198.51.100.7")).status_code
        for n in range(4)
    ]
    assert statuses == [401, 401, 401, 429]


async def test_guesses_from_many_places_are_slowed_and_the_lead_still_comes_in(
    lab: Lab, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab.runtime.settings.sign_in_slow_after = "2/hour"
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(throttling, "asyncio", SimpleNamespace(sleep=wait))
    email = study.lead.account.email
    for n in range(4):
        await _try(lab, email, "wrong", address=f"198.51.100.{n}")
    assert waited == [guessing.SLOWED_SECONDS] * 2
    assert (await _try(lab, email, PASSWORD, address="192.0.2.1")).status_code == 200


async def test_a_refusal_says_how_long_to_wait(lab: Lab, study: Study) -> None:
    lab.runtime.settings.sign_in_limit = "1/hour"
    email = study.lead.account.email
    await _try(lab, email, "wrong", address="198.51.100.7")
    refused = await _try(lab, email, "wrong", address="198.51.100.7")
    assert refused.json()["detail"] == "Please wait 60 minutes, then try again. Nothing is lost."
    assert 3590 <= int(refused.headers["Retry-After"]) <= 3600
    lab.runtime.settings.sign_in_limit = "1/minute"
    await _try(lab, email, "wrong", address="198.51.100.7")
    soon = await _try(lab, email, "wrong", address="198.51.100.7")
    said = re.search(r"wait (\d+) seconds", soon.json()["detail"])
    assert said
    assert said.group(1) == soon.headers["Retry-After"]


async def test_without_redis_tries_are_still_counted_and_one_line_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    nobody = f"redis://127.0.0.1:{free_port()}/0"
    throttle = Throttle(Settings(data_folder=tmp_path, redis_url=nobody))
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            await throttle.count("3/minute", "somebody")
        with pytest.raises(TooMany):
            await throttle.count("3/minute", "somebody")
    await throttle.close()
    assert [record.getMessage().split(" (")[0] for record in caplog.records] == [
        "Redis does not answer"
    ]


async def test_with_redis_several_servers_share_one_count(tmp_path: Path, redis_url: str) -> None:
    settings = Settings(data_folder=tmp_path, redis_url=redis_url)
    one, other = Throttle(settings), Throttle(settings)
    await one.count("2/minute", "shared")
    await other.count("2/minute", "shared")
    with pytest.raises(TooMany):
        await one.count("2/minute", "shared")
    await other.forget("2/minute", "shared")
    await one.count("2/minute", "shared")
    for throttle in (one, other):
        await throttle.close()


def test_whoever_has_a_whole_ipv6_line_is_one_visitor() -> None:
    assert neighbourhood("2001:db8:1:2::5") == neighbourhood("2001:db8:1:2:ffff::9")
    assert neighbourhood("2001:db8:1:3::5") != neighbourhood("2001:db8:1:2::5")
    assert neighbourhood("::ffff:192.0.2.1") == "192.0.2.1"
    assert neighbourhood("192.0.2.1") == "192.0.2.1"

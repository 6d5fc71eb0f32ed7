"""When everybody's network was away at once, what they missed is read once for all of them."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Any

import pytest

from colloquy.meetings import queries
from colloquy.meetings.models import MeetingEvent
from tests.factories.long_meetings import raise_and_withdraw
from tests.factories.meetings import a_running_meeting
from tests.factories.studies import Study
from tests.live.browsers import Server
from tests.support.lab import Lab

BROWSERS = 30
MISSED = 1_000


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_long_log_is_not_read_by_everybody_who_missed_it(
    server: Server, lab: Lab, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = await a_running_meeting(study)
    last = await raise_and_withdraw(lab, study, meeting, MISSED)
    read: list[int] = []
    events = queries.events

    async def counted(*given: Any, **more: Any) -> Sequence[MeetingEvent]:
        read.append(more["after"])
        return await events(*given, **more)

    monkeypatch.setattr(queries, "events", counted)
    async with AsyncExitStack() as stack:
        crowd = [
            await stack.enter_async_context(server.follow(meeting, study.panel[at % 2]))
            for at in range(BROWSERS)
        ]
        heard = await asyncio.gather(*(browser.hear_until(last) for browser in crowd))
    assert all(seqs == list(range(1, seqs[-1] + 1)) for seqs in heard)
    past = [after for after in read if after < MISSED]
    assert len(past) == len(set(past)), "nothing of the past is read twice"

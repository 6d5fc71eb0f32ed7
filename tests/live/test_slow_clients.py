"""A browser that cannot keep up is cut off, disturbs nobody, and resumes where it was."""

import socket as sockets
from collections.abc import AsyncGenerator

import pytest

from colloquy.core.settings import Settings
from colloquy.meetings import line
from tests.factories.meetings import a_running_meeting
from tests.factories.studies import Study
from tests.live.browsers import Server, serving
from tests.support.lab import Lab

NOTES = 60
"""More than the buffers between server and browser take, at two thousand letters each."""


@pytest.fixture
async def narrow_server(lab: Lab, settings: Settings) -> AsyncGenerator[Server]:
    """A server whose lines hold little, so that a reader who stops is noticed soon."""
    async with serving(settings, lab.runtime, send_buffer=4096) as server:
        yield server


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_browser_that_stops_reading_is_cut_off_and_resumes(
    narrow_server: Server, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "SEND_SECONDS", 0.5)
    meeting = await a_running_meeting(study)
    wire = sockets.socket()
    wire.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
    wire.connect(("127.0.0.1", narrow_server.port))
    async with (
        narrow_server.follow(meeting, study.panel[0], sock=wire, max_queue=1) as slow,
        narrow_server.follow(meeting, study.panel[1]) as quick,
    ):
        await slow.hear_of("presence")
        last = 0
        for number in range(NOTES):
            last = await meeting.act(
                study.chair,
                "note_outcome",
                kind="decision",
                item_id=None,
                text=f"{number} {'long ' * 390}",
            )
        assert (await quick.hear_until(last))[-1] == last
        # reading before the server has given up, it would still catch up
        await quick.hear_names("Panel1")
        await slow.hear_close()
        heard = slow.seqs
    assert heard == list(range(1, heard[-1] + 1))
    assert heard[-1] < last
    async with narrow_server.follow(meeting, study.panel[0], after=heard[-1]) as resumed:
        await resumed.hear_until(last)
    assert heard + resumed.seqs == list(range(1, last + 1))

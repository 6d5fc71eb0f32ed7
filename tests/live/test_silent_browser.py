"""A browser that vanished without a word is noticed by the server's heartbeat and let go."""

import base64
import os
import socket
import time
from collections.abc import Generator
from typing import Any

import pytest

from tests.support.first_study import FirstStudy, first_study
from tests.support.process import ServerProcess

pytestmark = pytest.mark.long

# the server asks for a sign of life every 20 seconds, and waits another 20 for it
LONGEST_SILENCE_SECONDS = 40


@pytest.fixture
def study(tmp_path_factory: pytest.TempPathFactory) -> Generator[FirstStudy]:
    server = ServerProcess(tmp_path_factory.mktemp("silent"), {"COLLOQUY_WORKER": "separate"})
    server.start()
    yield first_study(server, panel=0)
    server.stop()


def _follow(study: FirstStudy, path: str) -> socket.socket:
    """A socket that has said hello and will never answer a ping."""
    server = study.server
    line = socket.create_connection(("127.0.0.1", server.port), timeout=5)
    key = base64.b64encode(os.urandom(16)).decode()
    line.sendall(
        f"GET {path}/live?after=0 HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
        f"Sec-WebSocket-Version: 13\r\nOrigin: {server.url}\r\n"
        f"Cookie: {study.lead.cookie}\r\n\r\n".encode()
    )
    assert b" 101 " in line.recv(4096)
    return line


def test_a_browser_that_gives_no_sign_of_life_is_let_go(study: FirstStudy) -> None:
    plan = {"title": "Live", "agenda": [{"title": "Trust"}]}
    meeting: Any = study.ask(study.lead, "POST", "/meetings", plan)
    began = time.monotonic()
    with _follow(study, f"{study.url}/meetings/{meeting['id']}") as line:
        line.settimeout(LONGEST_SILENCE_SECONDS + 20)
        heard = b""
        while piece := line.recv(4096):
            heard += piece
    assert b'"presence"' in heard, "until then it was told what happens"
    assert time.monotonic() - began > LONGEST_SILENCE_SECONDS / 2, "nobody is let go at once"

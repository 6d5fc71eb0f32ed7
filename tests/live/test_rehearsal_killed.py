"""A server killed in the middle of a rehearsal: its people go on, and nothing of them is kept."""

import json
import time
from collections.abc import Callable, Generator
from typing import Any
from uuid import uuid4

import pytest
from websockets.sync.client import connect

from tests.support.first_study import FirstStudy, first_study
from tests.support.process import ServerProcess
from tests.support.rows import count_rows, count_rows_of

pytestmark = pytest.mark.long


@pytest.fixture
def study(tmp_path_factory: pytest.TempPathFactory) -> Generator[FirstStudy]:
    server = ServerProcess(tmp_path_factory.mktemp("rehearsed"))
    server.start()
    yield first_study(server, panel=4)
    server.stop()


@pytest.fixture
def server(study: FirstStudy) -> ServerProcess:
    return study.server


def _hear(socket: Any, is_so: Callable[[dict[str, Any]], bool]) -> None:
    """Read on until a frame comes that is so."""
    deadline = time.monotonic() + 30
    while not is_so(json.loads(socket.recv(30))):
        assert time.monotonic() < deadline, "it was not told in time"


def test_the_people_of_a_rehearsal_go_on_and_nothing_of_them_is_kept(
    server: ServerProcess, study: FirstStudy
) -> None:
    meeting: Any = study.ask(
        study.lead, "POST", "/meetings", {"title": "Live", "agenda": [{"title": "Trust"}]}
    )
    true, everything = count_rows_of(server, study.id), count_rows(server)
    assert true["meeting"] >= 1
    asked = {"people": 30, "pace": "storm"}
    made: Any = study.ask(study.lead, "POST", f"/meetings/{meeting['id']}/rehearsal", asked)
    url = f"/api/studies/{made['study_id']}"
    path = f"{url}/meetings/{made['meeting_id']}"

    def act(verb: str, **fields: Any) -> None:
        body = {"command_id": str(uuid4()), "type": verb, **fields}
        study.lead("POST", f"{path}/commands", body)

    def follow() -> Any:
        headers = {"Cookie": study.lead.cookie, "Origin": server.url}
        address = f"ws://127.0.0.1:{server.port}{path}/live"
        return connect(address, additional_headers=headers, compression=None)

    came: set[str] = set()

    def has_come(frame: dict[str, Any]) -> bool:
        came.update(one["id"] for one in frame.get("came", frame.get("here", [])))
        return len(came) > 10

    with follow() as socket:
        # the worker is a process of its own, and yet the server's browsers are told at once
        _hear(socket, has_come)
        act("start")
        plan: Any = study.lead("GET", path)
        act("present", item_id=plan["agenda"][0]["id"])
        _hear(socket, lambda frame: frame["type"] == "hand_raised")
        server.kill()
    server.start()
    act("open_poll", kind="vote", prompt="Well?", item_id=None)
    with follow() as socket:
        _hear(socket, lambda frame: frame["type"] == "votes_counted" and frame["voted"] > 10)
    assert count_rows_of(server, study.id) == true
    study.lead("DELETE", f"{url}/rehearsal")
    assert count_rows(server) == everything
    time.sleep(1.5)
    # whatever the worker was in the middle of was refused, and nothing was written afterwards
    assert count_rows(server) == everything

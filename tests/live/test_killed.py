"""A server that is killed without warning (SIGKILL): what it acknowledged is there, once."""

import json
import threading
import time
from collections.abc import Callable, Generator
from datetime import timedelta
from http.client import HTTPException
from typing import Any
from uuid import uuid4

import pytest
from pycrdt import Doc, Text
from websockets.sync.client import connect

from colloquy.core.clock import now
from tests.factories.small_groups import packed, unpacked
from tests.support.first_study import FirstStudy, first_study
from tests.support.process import MODEL, ROOT, ServerProcess
from tests.support.rows import count_rows, count_rows_of

SAMPLE = ROOT / "tests" / "fixtures" / "whisper" / "sample-3.opus"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Generator[FirstStudy]:
    """A study on a server that every test kills and starts again."""
    server = ServerProcess(tmp_path_factory.mktemp("killed"))
    server.start()
    yield first_study(server, panel=4)
    server.stop()


@pytest.fixture
def server(study: FirstStudy) -> ServerProcess:
    return study.server


def _open_round(study: FirstStudy, statements: int) -> tuple[str, list[str]]:
    body = {
        "title": "Round 1",
        "group_ids": [study.group_id],
        "closes_at": (now() + timedelta(days=7)).isoformat(),
    }
    round_: Any = study.ask(study.lead, "POST", "/rounds", body)
    for number in range(statements):
        item = {"statement": f"Statement number {number} matters."}
        round_ = study.ask(study.lead, "POST", f"/rounds/{round_['id']}/items", item)
    study.ask(study.lead, "POST", f"/rounds/{round_['id']}/open")
    questions = [question["id"] for item in round_["items"] for question in item["questions"]]
    return round_["id"], questions


def test_acknowledged_answers_of_a_round_survive(server: ServerProcess, study: FirstStudy) -> None:
    round_id, questions = _open_round(study, statements=40)
    acknowledged: list[str] = []
    began = threading.Event()

    def answer_all() -> None:
        for question in questions:
            body = {"vote": "agree", "answered_at": now().isoformat()}
            try:
                study.ask(
                    study.panel[0], "PUT", f"/rounds/{round_id}/questions/{question}/response", body
                )
            except (OSError, HTTPException):
                return  # the server is gone: this one was not acknowledged
            acknowledged.append(question)
            if len(acknowledged) == 5:
                began.set()

    answering = threading.Thread(target=answer_all)
    answering.start()
    assert began.wait(60)
    server.kill()
    answering.join(60)
    server.start()
    mine: Any = study.ask(study.panel[0], "GET", f"/rounds/{round_id}/mine")
    kept = [response["question_id"] for response in mine["answers"]]
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))
    assert len(kept) - len(acknowledged) in (0, 1), "at most the one on its way when it died"


def test_acknowledged_pieces_of_a_recorded_room_survive(
    server: ServerProcess, study: FirstStudy
) -> None:
    meeting: Any = study.ask(study.lead, "POST", "/meetings", {"title": "Recorded", "agenda": []})
    url, room_id = f"/meetings/{meeting['id']}", str(uuid4())
    start = {
        "type": "start_recording",
        "recording_id": room_id,
        "media_type": "audio/webm",
        "has_asked_the_room": True,
        "has_captions": False,
    }
    for command in ({"type": "start"}, start):
        study.ask(study.lead, "POST", f"{url}/commands", {"command_id": str(uuid4()), **command})
    acknowledged: list[int] = []
    began = threading.Event()

    def send_all() -> None:
        for number in range(1000):
            try:
                study.ask(
                    study.lead,
                    "PUT",
                    f"{url}/room/recordings/{room_id}/pieces/{number}",
                    f"piece {number}".encode() * 500,
                )
            except (OSError, HTTPException):
                return  # the server is gone: this one was not acknowledged
            acknowledged.append(number)
            if len(acknowledged) == 10:
                began.set()

    sending = threading.Thread(target=send_all)
    sending.start()
    assert began.wait(60)
    server.kill()
    sending.join(60)
    folder = server.folder / "data" / "recordings" / "rooms" / room_id.replace("-", "")
    kept = {int(path.stem): path.read_bytes() for path in folder.glob("*.piece")}
    assert set(acknowledged) <= set(kept)
    assert all(sound == f"piece {number}".encode() * 500 for number, sound in kept.items())
    server.start()
    # what was on its way is sent once more, and the light is still on
    last = f"{url}/room/recordings/{room_id}/pieces/{acknowledged[-1]}"
    again: Any = study.ask(study.lead, "PUT", last, kept[acknowledged[-1]])
    assert again == {"number": acknowledged[-1], "is_recording": True}


def test_acknowledged_votes_of_a_live_poll_survive_and_count_once(
    server: ServerProcess, study: FirstStudy
) -> None:
    meeting: Any = study.ask(
        study.lead, "POST", "/meetings", {"title": "Live", "agenda": [{"title": "Trust"}]}
    )
    url = f"/meetings/{meeting['id']}"

    def command(kind: str, **rest: object) -> Any:
        body = {"type": kind, "command_id": str(uuid4()), **rest}
        return study.ask(study.lead, "POST", f"{url}/commands", body)

    command("start")
    command("open_poll", prompt="Keep it?", choices=["Keep", "Drop"], item_id=None)
    state: Any = study.ask(study.lead, "GET", f"{url}/state")
    poll_id = next(iter(state["voted"]), None) or state["state"]["polls"][0]["id"]
    votes = [
        {"command_id": str(uuid4()), "choices": [choice]}
        for choice in ("Keep", "Keep", "Drop", "Keep")
    ]
    for voter, vote in zip(study.panel[:3], votes, strict=False):
        study.ask(voter, "PUT", f"{url}/polls/{poll_id}/vote", vote)
    server.kill()
    server.start()
    for voter, vote in zip(study.panel, votes, strict=True):
        study.ask(voter, "PUT", f"{url}/polls/{poll_id}/vote", vote)  # three of them once more
    command("close_poll", poll_id=poll_id)
    command("release_poll", poll_id=poll_id)
    after: Any = study.ask(study.lead, "GET", f"{url}/state")
    poll = next(poll for poll in after["state"]["polls"] if poll["id"] == poll_id)
    assert poll["result"]["total"] == 4
    assert poll["result"]["counts"] == [3, 1]


def _hear(socket: Any, is_so: Callable[[dict[str, Any]], bool]) -> None:
    """Read on until a frame comes that is so."""
    deadline = time.monotonic() + 30
    while not is_so(json.loads(socket.recv(30))):
        assert time.monotonic() < deadline, "it was not told in time"


@pytest.mark.long
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


def test_acknowledged_words_of_a_shared_note_survive(
    server: ServerProcess, study: FirstStudy
) -> None:
    meeting: Any = study.ask(
        study.lead, "POST", "/meetings", {"title": "Live", "agenda": [{"title": "Trust"}]}
    )
    url = f"/meetings/{meeting['id']}"

    def command(kind: str, **rest: object) -> Any:
        body = {"type": kind, "command_id": str(uuid4()), **rest}
        study.ask(study.lead, "POST", f"{url}/commands", body)
        return study.ask(study.lead, "GET", f"{url}/state")["state"]

    me = next(iter(command("start")["people"]))
    groups = [{"question": "What is missing?", "member_ids": [me]}]
    made = command("make_small_groups", how="by_hand", groups=groups)
    command("send_out", minutes=10)
    note = f"{url}/small-groups/{made['divisions'][0]['groups'][0]['id']}/note"
    doc: Doc[Text] = Doc()
    text = doc.get("note", type=Text)
    updates: list[bytes] = []
    watching = doc.observe(lambda event: updates.append(event.update))
    acknowledged: list[str] = []
    began = threading.Event()

    def write_on() -> None:
        for number in range(2000):
            text.insert(len(text), f"{number} ")
            body = {"update": packed(updates[-1]), "state_vector": packed(doc.get_state())}
            try:
                study.ask(study.lead, "POST", note, body)
            except (OSError, HTTPException):
                return  # the server is gone: this one was not acknowledged
            acknowledged.append(str(number))
            if len(acknowledged) == 80:
                began.set()

    writing = threading.Thread(target=write_on)
    writing.start()
    assert began.wait(60)
    server.kill()
    writing.join(60)
    server.start()
    read: Any = study.ask(study.lead, "GET", note)
    after: Doc[Text] = Doc()
    after.apply_update(unpacked(read["update"]))
    kept = str(after.get("note", type=Text)).split()
    assert kept[: len(acknowledged)] == acknowledged
    assert len(kept) - len(acknowledged) in (0, 1), "at most the one on its way when it died"
    doc.unobserve(watching)


def test_a_transcription_goes_on_after_the_server_and_its_worker_died(
    server: ServerProcess, study: FirstStudy
) -> None:
    taken: Any = study.lead(
        "POST",
        f"{study.url}/recordings?file_name=sample-3.opus",
        SAMPLE.read_bytes(),
        Content_Type="application/octet-stream",
    )
    url = f"/recordings/{taken['id']}"
    study.ask(study.lead, "POST", f"{url}/transcripts", {"model": str(MODEL)})
    folder = server.folder / "data" / "recordings"
    _wait(lambda: any(path.stat().st_size > 0 for path in folder.glob("*.heard")), 120)
    server.kill()
    server.start()

    def newest() -> Any:
        recording: Any = study.ask(study.lead, "GET", url)
        return recording["transcripts"][0]

    _wait(lambda: newest()["job"]["state"] in ("done", "failed"), 180)
    made = newest()
    assert made["job"]["state"] == "done", made["job"]
    text: Any = study.ask(study.lead, "GET", f"/documents/{made['document_id']}")
    starts = [segment["start"] for segment in text["segments"]]
    assert starts == sorted(starts)
    assert text["segments"][-1]["end"] > 90
    words = [segment["text"] for segment in text["segments"]]
    assert len(words) == len(set(words)), "nothing was heard twice"


def _wait(is_so: Any, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)

"""What docker-compose.yml describes, started by hand: two servers, two workers, PostgreSQL, Redis.

The settings are read from docker-compose.yml; only hosts, ports and folders are this machine's.
"""

import contextlib
import json
import signal
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.support import compose, servers
from tests.support.first_study import FirstStudy, first_study
from tests.support.mailbox import Mailbox
from tests.support.process import MODEL, ROOT, Caller, ServerProcess, WorkerProcess, stop_together
from tests.support.sending import send_recording

pytestmark = pytest.mark.timeout(180)

SAMPLE = ROOT / "tests" / "fixtures" / "whisper" / "sample-3.opus"
# the default is 30: how long the others wait for a worker that says nothing
LEASE_SECONDS = 3
GOING_AWAY = 1012  # a socket that is closed because its server starts again


@dataclass
class Installation:
    """Two servers and two workers that share a database, a Redis, a folder and a mail server."""

    servers: list[ServerProcess]
    workers: list[WorkerProcess]
    mailbox: Mailbox
    database_url: str
    study: FirstStudy

    def at(self, server: ServerProcess, person: Caller) -> Caller:
        """The same signed-in person, sent to this server as a load balancer might."""
        return Caller(server.url, person.cookie)

    def holder(self, job_id: str) -> tuple[WorkerProcess, int]:
        """The worker that has the job, or had it last, and in which attempt."""
        with psycopg.connect(self.database_url) as connection:
            found = connection.execute("SELECT worker, attempts FROM job WHERE id = %s", [job_id])
            row = found.fetchone()
        assert row
        pid = int(row[0].rpartition(":")[2])
        (worker,) = [one for one in self.workers if one.process and one.process.pid == pid]
        return worker, row[1]


def _here(value: str, folder: Path, port: int, redis_url: str, database_url: str) -> str:
    """A setting of the containers with this machine's hosts, ports and folders."""
    if value.startswith("postgresql://"):
        assert value.endswith("@postgres/colloquy")
        return database_url
    places = {
        "redis://redis:6379/0": redis_url,
        "0.0.0.0": "127.0.0.1",  # noqa: S104 - what a container listens on; here it is loopback
        "8000": str(port),
        "/data": str(folder / "data"),
        "/data/transcripts": str(folder / "data" / "transcripts"),
        "/app/frontend/dist": str(ROOT / "frontend" / "dist"),
    }
    return places.get(value, value)


@pytest.fixture(scope="module")
def database_url(postgres_url: str) -> Generator[str]:
    """An empty database with the name that the containers give it."""
    server = postgres_url.rpartition("/")[0]
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE colloquy")
        yield f"{server}/colloquy"
        connection.execute("DROP DATABASE colloquy WITH (FORCE)")


@pytest.fixture(scope="module")
def installation(
    tmp_path_factory: pytest.TempPathFactory, database_url: str, redis_url: str
) -> Generator[Installation]:
    folder = tmp_path_factory.mktemp("separate")
    ports = [servers.free_port() for _ in range(4)]
    with Mailbox() as mailbox:
        given = {
            "POSTGRES_PASSWORD": "secret",
            "COLLOQUY_SECRET_KEY": "a long random text",
            "COLLOQUY_PUBLIC_URL": f"http://127.0.0.1:{ports[0]}",
            "COLLOQUY_SMTP_HOST": "127.0.0.1",
            "COLLOQUY_SMTP_PORT": str(mailbox.port),
            "COLLOQUY_SMTP_SECURITY": "none",
        }

        def settings(service: str, port: int) -> dict[str, str]:
            of_compose = compose.environment(service, given)
            here = {
                name: _here(value, folder, port, redis_url, database_url)
                for name, value in of_compose.items()
            }
            return {**here, "COLLOQUY_JOB_LEASE_SECONDS": str(LEASE_SECONDS)}

        one, other = (ServerProcess(folder, settings("server", port), port) for port in ports[:2])
        workers = [WorkerProcess(folder, settings("worker", port), port) for port in ports[2:]]
        try:
            # both at once on an empty database: one of them migrates, the other waits for it
            one.spawn("serve")
            other.spawn("serve")
            one.wait()
            other.wait()
            for worker in workers:
                worker.start()
            study = first_study(one, panel=0)
            yield Installation([one, other], workers, mailbox, database_url, study)
        finally:
            stop_together(*workers, one, other)


def _wait(is_so: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def test_a_mail_asked_for_at_a_server_is_sent_by_a_worker(installation: Installation) -> None:
    study = installation.study
    person = {"email": "carer@example.org", "name": "Carla Carer", "group_id": study.group_id}
    study.ask(study.lead, "POST", "/members", person)
    link = installation.mailbox.link("carer@example.org", seconds=30)
    carer = Caller(installation.servers[1].url)
    carer("POST", "/api/sign-in/link", {"token": link.partition("#t=")[2]})
    who: Any = carer("GET", "/api/me")
    assert who["name"] == "Carla Carer"
    assert len(installation.mailbox.mails) == 1, "one mail, whichever worker took it"
    at_other = installation.at(installation.servers[1], study.lead)
    mails: Any = at_other("GET", "/api/administration/mails")
    assert [bool(mail["sent_at"]) for mail in mails] == [True]


def test_what_happens_in_a_meeting_at_one_server_is_told_at_the_other(
    installation: Installation,
) -> None:
    study, (_, other) = installation.study, installation.servers
    meeting: Any = study.ask(
        study.lead, "POST", "/meetings", {"title": "Live", "agenda": [{"title": "Trust"}]}
    )
    path = f"{study.url}/meetings/{meeting['id']}"
    headers = {"Cookie": study.lead.cookie, "Origin": other.url}
    address = f"ws://127.0.0.1:{other.port}{path}/live"
    with connect(address, additional_headers=headers, compression=None) as socket:
        assert json.loads(socket.recv(10))["type"] == "hello"
        command = {"type": "start", "command_id": str(uuid4())}
        obeyed: Any = study.lead("POST", f"{path}/commands", command)
        heard: dict[str, Any] = {}
        deadline = time.monotonic() + 10
        while heard.get("seq") != obeyed["seq"]:
            assert time.monotonic() < deadline
            heard = json.loads(socket.recv(10))
    assert heard["type"] == "meeting_started"


@pytest.mark.long
def test_a_transcription_is_taken_over_when_its_worker_is_killed(
    installation: Installation,
) -> None:
    study = installation.study
    recording = send_recording(study, SAMPLE)
    asked: Any = study.ask(
        study.lead, "POST", f"/recordings/{recording}/transcripts", {"model": str(MODEL)}
    )
    job_id = asked["transcripts"][0]["job"]["id"]
    recordings = installation.servers[0].folder / "data" / "recordings"
    _wait(lambda: any(path.stat().st_size > 0 for path in recordings.glob("*.heard")), 60)
    first, attempt = installation.holder(job_id)
    first.kill()
    assert attempt == 1
    at_other = installation.at(installation.servers[1], study.lead)

    def newest() -> Any:
        read: Any = at_other("GET", f"{study.url}/recordings/{recording}")
        return read["transcripts"][0]

    try:
        _wait(lambda: newest()["job"]["state"] in ("done", "failed"), 90)
        second, attempt = installation.holder(job_id)
    finally:
        first.start()
    made = newest()
    assert made["job"]["state"] == "done", made["job"]
    assert attempt == 2
    assert second is not first
    text: Any = at_other("GET", f"{study.url}/documents/{made['document_id']}")
    starts = [segment["start"] for segment in text["segments"]]
    words = [segment["text"] for segment in text["segments"]]
    assert starts == sorted(starts)
    assert text["segments"][-1]["end"] > 90
    assert len(words) == len(set(words)), "nothing was heard twice"


def test_a_server_that_is_told_to_end_says_goodbye_and_the_other_goes_on(
    installation: Installation,
) -> None:
    study, (one, other) = installation.study, installation.servers
    meeting: Any = study.ask(
        study.lead, "POST", "/meetings", {"title": "Last", "agenda": [{"title": "Trust"}]}
    )
    headers = {"Cookie": study.lead.cookie, "Origin": other.url}
    address = f"ws://127.0.0.1:{other.port}{study.url}/meetings/{meeting['id']}/live"
    assert other.process
    with connect(address, additional_headers=headers, compression=None) as socket:
        other.process.terminate()
        with contextlib.suppress(ConnectionClosed):
            while True:
                socket.recv(10)
    assert socket.close_code == GOING_AWAY, "the socket was closed, not cut"
    # uvicorn ends by the signal it was sent, once everything is put away
    assert other.process.wait(15) in (0, -signal.SIGTERM)
    log = other.log.read_text()
    assert "Application shutdown complete" in log
    assert "Traceback" not in log
    assert one.process
    assert one.process.poll() is None
    assert study.ask(study.lead, "GET", f"/meetings/{meeting['id']}")
    other.start()

"""A server killed (SIGKILL) in the middle of an upload: what came is kept, and the upload goes on."""

import socket
import time
from base64 import b64encode
from collections.abc import Generator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.support.first_study import FirstStudy, first_study
from tests.support.process import ROOT, ServerProcess

SOUND = (ROOT / "tests" / "fixtures" / "whisper" / "sample-1.opus").read_bytes()
HALF = len(SOUND) // 2
TUS = {"Tus-Resumable": "1.0.0"}
PART = TUS | {"Content-Type": "application/offset+octet-stream"}


@pytest.fixture
def study(tmp_path: Path) -> Generator[FirstStudy]:
    server = ServerProcess(tmp_path)
    server.start()
    yield first_study(server, panel=0)
    server.stop()


@pytest.mark.long
def test_an_upload_goes_on_after_the_server_was_killed_in_the_middle_of_a_part(
    study: FirstStudy,
) -> None:
    headers = {"Cookie": study.lead.cookie, "Origin": study.server.url}
    with httpx.Client(base_url=study.server.url, headers=headers, timeout=60) as client:
        said = {"files": [{"file_name": "a.opus", "size": len(SOUND)}], "agreed": "form"}
        intake = client.post(f"{study.url}/intakes", json=said).json()["id"]
        told = ",".join(
            f"{key} {b64encode(value.encode()).decode()}"
            for key, value in (("intake", intake), ("position", "0"))
        )
        about = {"Upload-Length": str(len(SOUND)), "Upload-Metadata": told}
        upload = client.post(f"{study.url}/uploads", headers=TUS | about).headers["location"]
        first = client.patch(upload, content=SOUND[:HALF], headers=PART | {"Upload-Offset": "0"})
        assert first.status_code == 204
        with _half_a_part(study.server.url, urlsplit(upload).path, headers):
            study.server.kill()
        study.server.start()
        kept = int(client.head(upload, headers=TUS).headers["upload-offset"])
        assert kept >= HALF, "what was acknowledged is there"
        rest = client.patch(
            upload, content=SOUND[kept:], headers=PART | {"Upload-Offset": str(kept)}
        )
        assert rest.status_code == 204, rest.text
        deadline = time.monotonic() + 60
        while not (made := client.get(f"{study.url}/intakes/{intake}").json()["made"]):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        audio = client.get(f"{study.url}/recordings/{made[0]}/audio")
        assert audio.content == SOUND, "byte for byte"


def _half_a_part(url: str, path: str, headers: dict[str, str]) -> socket.socket:
    """A connection on which half of the second part has been sent, and no more comes."""
    host, port = urlsplit(url).netloc.split(":")
    sent = {**headers, **PART, "Upload-Offset": str(HALF), "Content-Length": str(HALF)}
    lines = [f"PATCH {path} HTTP/1.1", f"Host: {host}:{port}"]
    lines += [f"{name}: {value}" for name, value in sent.items()]
    connection = socket.create_connection((host, int(port)))
    connection.sendall("\r\n".join([*lines, "", ""]).encode() + SOUND[HALF : HALF + HALF // 2])
    time.sleep(0.5)
    return connection

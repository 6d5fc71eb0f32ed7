"""Sending a recording to a real server, as the page does: announced, uploaded, taken in by a worker."""

import time
from base64 import b64encode
from pathlib import Path

import httpx

from tests.support.first_study import FirstStudy

TUS = {"Tus-Resumable": "1.0.0"}


def send_recording(study: FirstStudy, sound: Path) -> str:
    """The id of the recording that the file became; everybody in it has agreed."""
    headers = {"Cookie": study.lead.cookie, "Origin": study.server.url}
    with httpx.Client(base_url=study.server.url, headers=headers, timeout=60) as client:
        file = {"file_name": sound.name, "size": sound.stat().st_size}
        said = {"files": [file], "agreed": "form"}
        intake = _ok(client.post(f"{study.url}/intakes", json=said)).json()["id"]
        metadata = {"intake": intake, "position": "0"}
        told = [f"{key} {b64encode(value.encode()).decode()}" for key, value in metadata.items()]
        about = {"Upload-Length": str(file["size"]), "Upload-Metadata": ",".join(told)}
        upload = _ok(client.post(f"{study.url}/uploads", headers=TUS | about)).headers["location"]
        part = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
        _ok(client.patch(upload, content=sound.read_bytes(), headers=TUS | part))
        deadline = time.monotonic() + 60
        while True:
            state = _ok(client.get(f"{study.url}/intakes/{intake}")).json()
            if state["made"]:
                return str(state["made"][0])
            assert time.monotonic() < deadline, state
            time.sleep(0.1)


def _ok(answer: httpx.Response) -> httpx.Response:
    assert answer.is_success, f"{answer.status_code}: {answer.text}"
    return answer

"""A model is a name, a folder or a file, and what cannot be had fails at once."""

import hashlib
import json
import sys
import threading
import time
from collections.abc import Generator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from colloquy.recordings.engines import models
from colloquy.recordings.engines.choice import transcriber
from colloquy.recordings.engines.download import Download, fetch
from colloquy.recordings.engines.models import find, list_models, pull, resolve
from colloquy.recordings.errors import EngineMissing, ModelUnavailable

FASTER, OPENAI = "faster-whisper", "openai-whisper"
DEMO_MODEL = Path(models.__file__).parents[2] / "demo" / "model"


class Hub:
    """A hub of models on this machine, speaking as the real one does to a downloader."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address

    def offer(self, repository: str, files: dict[str, bytes], *, lie: bool = False) -> None:
        base = self.folder / repository / "resolve" / "abc123"
        base.mkdir(parents=True)
        for name, content in files.items():
            (base / name).write_bytes(content)
        siblings = [
            {
                "rfilename": name,
                "size": len(content),
                "lfs": {"sha256": hashlib.sha256(b"?" if lie else content).hexdigest()},
            }
            for name, content in files.items()
        ]
        about = self.folder / "api" / "models" / repository
        about.parent.mkdir(parents=True)
        about.write_text(json.dumps({"sha": "abc123", "siblings": siblings}))


class _Quiet(SimpleHTTPRequestHandler):
    """Answers a range with that range, unless the file's name says that it does not."""

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        if wanted is None or "no-ranges" in self.path:
            super().do_GET()
            return
        rest = Path(self.translate_path(self.path)).read_bytes()[int(wanted[6:-1]) :]
        self.send_response(206 if rest else 416)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Hub]:
    folder = tmp_path / "hub"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setattr(models, "ENDPOINT", address)
    yield Hub(folder, address)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    # nobody listens on port 9 of this machine
    monkeypatch.setattr(models, "ENDPOINT", "http://127.0.0.1:9")


def demo_files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in DEMO_MODEL.iterdir()}


def test_a_model_is_fetched_by_name_with_progress_and_can_be_loaded(
    hub: Hub, tmp_path: Path
) -> None:
    hub.offer("Systran/faster-whisper-tiny", demo_files() | {"README.md": b"not fetched"})
    seen: list[tuple[int, int]] = []

    path = pull("tiny", FASTER, tmp_path / "cache", lambda done, total: seen.append((done, total)))

    transcriber(FASTER).load(path)
    total = sum(len(content) for content in demo_files().values())
    assert seen == sorted(seen)
    assert seen[-1] == (total, total)
    assert not (path / "README.md").exists()


def test_a_model_that_is_here_is_not_fetched_again(hub: Hub, tmp_path: Path) -> None:
    hub.offer("Systran/faster-whisper-tiny", demo_files())
    first = resolve("tiny", FASTER, tmp_path)
    (hub.folder / "api/models/Systran/faster-whisper-tiny").unlink()

    assert resolve("tiny", FASTER, tmp_path) == first


def test_a_model_of_somebody_else_is_fetched_by_owner_and_name(hub: Hub, tmp_path: Path) -> None:
    hub.offer("cardiff/welsh-whisper", demo_files())

    pull("cardiff/welsh-whisper", FASTER, tmp_path)

    here = {entry.name for entry in list_models(tmp_path) if entry.path}
    assert here == {"cardiff/welsh-whisper"}


def test_a_file_that_arrives_changed_is_thrown_away(hub: Hub, tmp_path: Path) -> None:
    hub.offer("Systran/faster-whisper-base", demo_files(), lie=True)

    with pytest.raises(ModelUnavailable, match="checksum"):
        pull("base", FASTER, tmp_path)
    assert find("base", FASTER, tmp_path) is None


@pytest.mark.parametrize("already", [0, 5000, 1_024_000], ids=["nothing", "a part", "all of it"])
@pytest.mark.parametrize("size", [0, 1_024_000], ids=["unknown size", "known size"])
@pytest.mark.parametrize("name", ["big.bin", "big-no-ranges.bin"])
def test_a_fetch_goes_on_where_it_stopped(
    name: str, size: int, already: int, hub: Hub, tmp_path: Path
) -> None:
    content = bytes(range(256)) * 4000
    (hub.folder / name).write_bytes(content)
    target = tmp_path / "big.bin.part"
    target.write_bytes(content[:already])
    checksum = hashlib.sha256(content).hexdigest()
    received: list[int] = []

    fetch(Download("m", name, f"{hub.address}/{name}", size, checksum), target, received.append)

    assert target.read_bytes() == content
    assert received[-1] == len(content)


@pytest.mark.usefixtures("no_network")
def test_without_network_it_fails_at_once_and_says_what_to_do(tmp_path: Path) -> None:
    began = time.monotonic()

    with pytest.raises(ModelUnavailable, match="colloquy models pull small") as caught:
        resolve("small", FASTER, tmp_path)

    assert "not on this machine" in caught.value.message
    assert time.monotonic() - began < 5


def test_a_repository_nobody_has_is_said_to_be_unknown(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="Nobody offers a model “nobody/nothing”"):
        pull("nobody/nothing", FASTER, tmp_path)


def test_a_repository_without_a_model_is_refused(hub: Hub, tmp_path: Path) -> None:
    hub.offer("somebody/poems", {"config.json": b"{}"})

    with pytest.raises(ModelUnavailable, match=r"there is no model\.bin"):
        pull("somebody/poems", FASTER, tmp_path)


@pytest.mark.parametrize("name", ["whisper-xxl", "/no/such/folder", "../small", "a/b/c"])
def test_a_name_nobody_knows_is_answered_with_the_known_ones(name: str, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="Known names: tiny, "):
        resolve(name, FASTER, tmp_path)


def test_a_local_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    assert resolve(str(DEMO_MODEL), FASTER, tmp_path) == DEMO_MODEL


def test_the_list_shows_what_is_here(tmp_path: Path) -> None:
    for name in ("small", "my-own"):
        (tmp_path / FASTER / name).mkdir(parents=True)
        (tmp_path / FASTER / name / "model.bin").write_bytes(b"x")

    entries = {entry.name: entry.path for entry in list_models(tmp_path)}

    assert entries["small"] == tmp_path / FASTER / "small"
    assert entries["my-own"] == tmp_path / FASTER / "my-own"
    assert entries["tiny"] is None


@pytest.mark.parametrize("files", [{}, {"model.bin": b"no model", "tokenizer.json": b"{}"}])
def test_a_folder_that_holds_no_model_is_refused(files: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    with pytest.raises(ModelUnavailable, match="Nothing was changed"):
        transcriber(FASTER).load(tmp_path)


def test_an_engine_nobody_knows_is_refused() -> None:
    with pytest.raises(EngineMissing, match="faster-whisper or openai-whisper"):
        transcriber("siri")


def test_without_openai_whisper_the_engine_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # None in sys.modules is Python's own way of saying that a module cannot be imported
    monkeypatch.setitem(sys.modules, "whisper", None)

    with pytest.raises(EngineMissing, match=r"pip install 'colloquy\[openai\]'"):
        transcriber(OPENAI).load(tmp_path / "tiny.pt")
    with pytest.raises(EngineMissing, match=r"pip install 'colloquy\[openai\]'"):
        pull("tiny", OPENAI, tmp_path)

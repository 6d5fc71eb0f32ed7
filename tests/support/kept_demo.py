"""The demo study as `colloquy demo` makes it, once for all processes of a test run: it takes long."""

import fcntl
import re
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.process import ROOT, ServerProcess

CODE = ROOT / "backend" / "colloquy"
KEPT = ROOT / ".cache" / "demo"


def lay_out(folder: Path) -> None:
    """Put the data and the transcripts of a fresh demo study into a folder."""
    with _alone():
        kept = KEPT / _name()
        if not kept.exists():
            _make(kept)
        for part in ("data", "transcripts"):
            shutil.copytree(kept / part, folder / part)


def serve_demo(server: ServerProcess) -> dict[str, str]:
    """Start an installation with the demo, as `make run` does; a link for each kind of person."""
    lay_out(server.folder)
    server.spawn("demo", "--serve")
    server.wait()
    printed = server.log.read_text()
    return dict(re.findall(r"^  (.+?) \([^)]+\)\s+(http\S+)$", printed, re.MULTILINE))


def _make(kept: Path) -> None:
    for old in KEPT.glob("*-*"):
        shutil.rmtree(old)
    with TemporaryDirectory(dir=KEPT) as unfinished:
        machine = ServerProcess(Path(unfinished) / "whole")
        machine.folder.mkdir()
        machine.run("demo")
        # only what is whole gets the name
        machine.folder.rename(kept)


@cache
def _name() -> str:
    """Of this code, and of today: the demo's rounds and meetings lie around the present."""
    digest = sha256()
    for path in sorted(CODE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(str(path.relative_to(CODE)).encode() + path.read_bytes())
    return f"{datetime.now(UTC):%Y%m%d}-{digest.hexdigest()[:16]}"


@contextmanager
def _alone() -> Generator[None]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

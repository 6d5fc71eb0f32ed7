"""`colloquy demo`: a fresh start, killed in the middle, and printed links that work."""

import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from colloquy.core.settings import Settings
from tests.support.demo import open_lab
from tests.support.kept_demo import lay_out
from tests.support.lab import ok
from tests.support.process import ServerProcess


def _states(folder: Path) -> list[str]:
    """What the demo studies in a database say of themselves."""
    path = folder / "data" / "colloquy.db"
    if not path.exists():
        return []
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        try:
            rows = connection.execute("SELECT json_extract(settings, '$.demo') FROM study")
        except sqlite3.OperationalError:  # no schema yet
            return []
        return [state for (state,) in rows]


def _study(folder: Path) -> str:
    """The id of the one study in a database."""
    with sqlite3.connect(f"file:{folder / 'data' / 'colloquy.db'}?mode=ro", uri=True) as connection:
        ((study_id,),) = connection.execute("SELECT id FROM study")
    return study_id


@pytest.mark.long
@pytest.mark.timeout(600)
async def test_a_killed_fresh_start_is_made_whole_by_the_next_try_and_its_links_work(
    tmp_path: Path,
) -> None:
    machine = ServerProcess(tmp_path)
    lay_out(tmp_path)
    old = _study(tmp_path)
    killed = subprocess.Popen(
        [sys.executable, "-m", "colloquy.demo", "--reset"],
        env=machine.environment,
        cwd=tmp_path,
    )
    deadline = time.monotonic() + 300
    while "begun" not in _states(tmp_path) and time.monotonic() < deadline:
        assert killed.poll() is None, "it ended before it was killed"
        time.sleep(0.02)
    killed.kill()
    killed.wait(30)
    assert _states(tmp_path) == ["begun"]

    first = machine.run("demo")
    assert _states(tmp_path) == ["whole"]
    assert _study(tmp_path) != old
    machine.spawn("demo", "--serve")
    machine.wait()
    machine.stop()
    again = machine.log.read_text()
    assert _states(tmp_path) == ["whole"]
    assert "Password, shown only now" in first
    assert "Password, shown only now" not in again

    tokens = re.findall(r"/welcome#t=(\S+)", again)
    assert len(tokens) == 7
    settings = Settings(data_folder=tmp_path / "data", transcripts_folder=tmp_path / "transcripts")
    async with open_lab(settings) as lab:
        for token in tokens:
            visitor = lab.visitor()
            ok(await visitor.post("/api/sign-in/link", json={"token": token}))
            ok(await visitor.get("/api/me"))
        body = {
            "email": "tom.ashdown@example.org",
            "password": re.findall(r"shown only now: (\S+)", first)[0],
        }
        ok(await lab.visitor().post("/api/sign-in", json=body))

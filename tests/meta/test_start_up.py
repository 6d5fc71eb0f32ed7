"""A start loads only what it needs: docs/decisions/start-up.md."""

import json
import subprocess
import sys
from functools import cache

from tests.support.process import ROOT

ENGINES = {"faster_whisper", "ctranslate2", "onnxruntime", "whisper", "torch"}


STARTED = ("colloquy.main", "colloquy.worker", "colloquy.demo.serving")


def _packages_of(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@cache
def _loaded_by(*modules: str) -> set[str]:
    """The modules that a fresh process has after importing these."""
    code = f"import json, sys, {', '.join(modules)}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


def test_a_server_and_a_worker_start_without_a_speech_engine() -> None:
    loaded = _packages_of(_loaded_by(*STARTED))
    assert {"fastapi", "sqlalchemy", "huey"} <= loaded
    assert loaded & ENGINES == set()


def test_a_server_starts_without_the_statistics_of_results() -> None:
    assert "scipy.stats" not in _loaded_by(*STARTED)


def test_the_command_alone_loads_neither_server_nor_database() -> None:
    loaded = _packages_of(_loaded_by("colloquy.cli"))
    assert "typer" in loaded
    assert loaded & {"fastapi", "sqlalchemy", "pydantic", "uvicorn", *ENGINES} == set()

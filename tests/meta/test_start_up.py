"""A start loads only what it needs: docs/decisions/start-up.md."""

import json
import subprocess
import sys

from tests.support.process import ROOT

ENGINES = {"faster_whisper", "ctranslate2", "onnxruntime", "whisper", "torch"}


def _loaded_by(*modules: str) -> set[str]:
    """The top-level packages that a fresh process has after importing these."""
    return {name.partition(".")[0] for name in _modules_loaded_by(*modules)}


def _modules_loaded_by(*modules: str) -> set[str]:
    code = f"import json, sys, {', '.join(modules)}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


def test_a_server_and_a_worker_start_without_a_speech_engine() -> None:
    loaded = _loaded_by("colloquy.main", "colloquy.worker", "colloquy.demo.serving")
    assert {"fastapi", "sqlalchemy", "huey"} <= loaded
    assert loaded & ENGINES == set()


def test_a_server_starts_without_the_statistics_of_results() -> None:
    assert "scipy.stats" not in _modules_loaded_by("colloquy.main", "colloquy.worker")


def test_the_command_alone_loads_neither_server_nor_database() -> None:
    loaded = _loaded_by("colloquy.cli")
    assert "typer" in loaded
    assert loaded & {"fastapi", "sqlalchemy", "pydantic", "uvicorn", *ENGINES} == set()
